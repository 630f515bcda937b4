import { Alert } from "../parts/Alert.tsx";
import { history } from "../words/history/words.ts";
import { GoToDay } from "./GoToDay.tsx";
import { useHistory } from "./history-page.ts";
import { MomentTold } from "./MomentTold.tsx";
import { PagesThen } from "./PagesThen.tsx";
import { Sentences } from "./Sentences.tsx";
import { Slider } from "./Slider.tsx";

/** A moment of history: which it is, the pages as they were then, and what had happened. */
export function Timeline() {
  const { moment } = useHistory();
  const fault = moment.fault.value;
  return (
    <>
      <section aria-labelledby="moment">
        <h2 id="moment">{history.moment.heading}</h2>
        {fault !== null && <Alert tone="error" heading={fault === "no-moment" ? history.noMoment : history.noAnswer} />}
        {moment.head.value === 0 ? (
          <p class="quiet">{fault === null ? history.loading : null}</p>
        ) : (
          <>
            <Slider />
            <MomentTold />
            <GoToDay />
          </>
        )}
      </section>
      {moment.shown.value > 0 && (
        <>
          <PagesThen />
          <Sentences />
        </>
      )}
    </>
  );
}
