import { words } from "../words/words.ts";

const TOO_LOW = "policy.assurance-too-low";

/** The way to a surer sign-in and back here, where the record asks for one; drafts are kept meanwhile. */
export function SignInAgain({ code }: { code: string | undefined }) {
  if (code !== TOO_LOW) return null;
  const next = location.pathname + location.search + location.hash;
  const query = new URLSearchParams({ level: "substantial", next });
  return (
    <p>
      <a class="button button-secondary" href={`/v1/sign-in?${query.toString()}`}>
        {words.form.signInAgain}
      </a>
    </p>
  );
}
