/** What frames the sheet: the parts of the total, the days, and the notes that hold for all rows. */
import { CalendarForm } from './calendar-form';
import { CompositionForm } from './composition-form';
import type { DraftFormProps } from './draft-form';
import { NotesForm } from './notes-form';

export function FrameForms(props: DraftFormProps) {
  return (
    <>
      <CompositionForm {...props} />
      <CalendarForm {...props} />
      <NotesForm {...props} />
    </>
  );
}
