import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Permission } from '../../../src/agencies/permissions.ts';
import type { TextKey } from '../texts/index.tsx';

type Load = () => Promise<{ default: ComponentType }>;

/** One screen: its path, the code that is fetched when it is first wanted, and who sees it in the menu. */
export interface Screen {
  path: string;
  Component: LazyExoticComponent<ComponentType>;
  load: Load;
  menu?: { text: TextKey; group: 'work' | 'look' | 'manage' };
  needs?: Permission;
}

function screen(path: string, load: Load, rest: Omit<Screen, 'path' | 'load' | 'Component'> = {}): Screen {
  return { path, load, Component: lazy(load), ...rest };
}

export const SCREENS: readonly Screen[] = [
  screen('/', () => import('../queue/QueueScreen.tsx'), { menu: { text: 'nav.queue', group: 'work' } }),
  screen('/items', () => import('../items/ItemsScreen.tsx'), {
    menu: { text: 'nav.items', group: 'work' },
    needs: 'item.read',
  }),
  screen('/items/new', () => import('../editor/NewItemScreen.tsx'), {
    menu: { text: 'nav.new', group: 'work' },
    needs: 'item.write',
  }),
  screen('/items/:id', () => import('../review/ReviewScreen.tsx')),
  screen('/items/:id/edit', () => import('../editor/EditorScreen.tsx')),
  screen('/imports', () => import('../imports/ImportsScreen.tsx'), {
    menu: { text: 'nav.imports', group: 'work' },
    needs: 'item.import',
  }),
  screen('/imports/:id', () => import('../imports/ImportScreen.tsx')),
  screen('/catalogue', () => import('../catalogue/CatalogueScreen.tsx'), {
    menu: { text: 'nav.catalogue', group: 'look' },
    needs: 'item.read',
  }),
  screen('/statistics', () => import('../statistics/StatisticsScreen.tsx'), {
    menu: { text: 'nav.statistics', group: 'look' },
    needs: 'statistics.read',
  }),
  screen('/reports', () => import('../report/ReportScreen.tsx'), {
    menu: { text: 'nav.report', group: 'look' },
    needs: 'report.read',
  }),
  screen('/audit', () => import('../audit/AuditScreen.tsx'), {
    menu: { text: 'nav.audit', group: 'look' },
    needs: 'audit.read',
  }),
  screen('/agencies', () => import('../agencies/AgenciesScreen.tsx'), {
    menu: { text: 'nav.agencies', group: 'manage' },
    needs: 'people.read',
  }),
  screen('/people', () => import('../people/PeopleScreen.tsx'), {
    menu: { text: 'nav.people', group: 'manage' },
    needs: 'people.read',
  }),
  screen('/people/:id', () => import('../people/PersonScreen.tsx')),
  screen('/delegations', () => import('../people/DelegationsScreen.tsx'), {
    menu: { text: 'nav.delegations', group: 'manage' },
  }),
  screen('/settings', () => import('../settings/SettingsScreen.tsx'), {
    menu: { text: 'nav.settings', group: 'manage' },
    needs: 'settings.manage',
  }),
  screen('/account', () => import('../account/AccountScreen.tsx')),
];

export const MENU_GROUPS = ['work', 'look', 'manage'] as const;
