export { type Bilingual, DETECTORS, type DetectorId, type Finding, type Severity } from './finding.ts';
export { DETECTOR_LABELS, SEVERITY_LABELS } from './labels.ts';
export { maskBankCard, maskMobile, maskResidentId } from './masking.ts';
export { isResidentId } from './resident-id.ts';
export {
  blocksPublication,
  type DocumentField,
  type ScreeningContext,
  type ScreeningInput,
  screen,
  screenDocument,
} from './screen.ts';
export { FINDING_TEXTS, type FindingCode } from './texts.ts';
