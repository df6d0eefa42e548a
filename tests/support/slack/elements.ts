/** Interactive elements in blocks: finding them, and what their choice looks like in a payload of Slack. */
import type { Json } from './slack-message.ts';

interface Found {
  readonly element: Json;
  readonly block_id: string;
}

/** Throws where no such element is shown: nobody could click it. */
export function findElement(
  blocks: readonly Json[] | undefined,
  wanted: { readonly action_id: string; readonly block_id?: string },
): Found {
  for (const found of elementsOf(blocks ?? []))
    if (
      found.element.action_id === wanted.action_id &&
      (wanted.block_id === undefined || found.block_id === wanted.block_id)
    )
      return found;
  throw new Error(`nothing to click with action_id ${wanted.action_id}`);
}

function elementsOf(blocks: readonly Json[]): Found[] {
  return blocks.flatMap((block) => {
    const nested = [block.elements, block.accessory, block.element].flat() as (Json | undefined)[];
    const block_id = String(block.block_id);
    return nested.flatMap((element) =>
      element === undefined || element.action_id === undefined ? [] : [{ element, block_id }],
    );
  });
}

/** What was chosen, in the field that the element's type has for it. `value` is the value of the chosen option. */
export function pickedState(element: Json, value: unknown): Json {
  const type = String(element.type);
  const values = (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);
  const chosen = (): unknown[] => values.map((one) => optionOf(element, one));
  switch (type) {
    case 'button':
    case 'icon_button':
      return element.value === undefined && value === undefined ? {} : { value: value ?? element.value };
    case 'static_select':
    case 'external_select':
    case 'overflow':
    case 'radio_buttons':
      return { selected_option: chosen()[0] ?? element.initial_option ?? null };
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { selected_options: value === undefined ? (element.initial_options ?? []) : chosen() };
    case 'users_select':
      return { selected_user: value ?? element.initial_user ?? null };
    case 'conversations_select':
      return { selected_conversation: value ?? element.initial_conversation ?? null };
    case 'channels_select':
      return { selected_channel: value ?? element.initial_channel ?? null };
    case 'multi_channels_select':
      return { selected_channels: value === undefined ? (element.initial_channels ?? []) : values };
    case 'multi_users_select':
      return { selected_users: value === undefined ? (element.initial_users ?? []) : values };
    case 'multi_conversations_select':
      return {
        selected_conversations: value === undefined ? (element.initial_conversations ?? []) : values,
      };
    case 'datepicker':
      return { selected_date: value ?? element.initial_date ?? null };
    case 'feedback_buttons':
      return { value };
    default:
      return { value: value ?? element.initial_value ?? null };
  }
}

/** The chosen option as it stands in the element; of an external menu, one that the app offered. */
function optionOf(element: Json, value: string): unknown {
  const options = (element.options ?? []) as Json[];
  const grouped = ((element.option_groups ?? []) as { options: Json[] }[]).flatMap((group) => group.options);
  const found = [...options, ...grouped].find((option) => option.value === value);
  if (found !== undefined) return found;
  if (String(element.type).includes('external')) return { text: { type: 'plain_text', text: value }, value };
  throw new Error(`no option «${value}» in ${String(element.action_id)}`);
}

/** `view.state.values` of a submission. Throws where a required input is empty: Slack would not submit it. */
export function fullState(
  blocks: readonly Json[],
  values: Readonly<Record<string, unknown>>,
): Record<string, Record<string, Json>> {
  const state: Record<string, Record<string, Json>> = {};
  for (const { element, block_id } of elementsOf(blocks)) {
    const action_id = String(element.action_id);
    if (['button', 'overflow', 'icon_button'].includes(String(element.type))) continue;
    const picked = pickedState(element, values[action_id]);
    const block = blocks.find((one) => one.block_id === block_id);
    const empty = Object.values(picked).every((one) => one === null || one === '' || isEmptyList(one));
    if (block?.type === 'input' && block.optional !== true && empty)
      throw new Error(`the input ${action_id} is required`);
    state[block_id] = { ...state[block_id], [action_id]: { type: element.type, ...picked } };
  }
  for (const name of Object.keys(values))
    if (!Object.values(state).some((block) => name in block))
      throw new Error(`no input ${name} in this view`);
  return state;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
