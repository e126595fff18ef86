import { Button, type ButtonProps } from 'antd';
import { useHref, useNavigate } from 'react-router';

/** A link that looks like a button: one element, so that keyboard and screen reader meet it once. */
export function LinkButton({ to, ...rest }: ButtonProps & { to: string }) {
  const navigate = useNavigate();
  const href = useHref(to);
  return (
    <Button
      {...rest}
      href={href}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        void navigate(to);
      }}
    />
  );
}
