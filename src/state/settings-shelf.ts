/** Settings by place. A row holds one setting; what a channel does not set, its workspace does. */
import type { SettingsShelf } from '../bot/bot-store.ts';
import {
  CHAT_SETTING_NAMES,
  type ChatSettings,
  DEFAULT_CHAT_SETTINGS,
  readChatSetting,
  writeChatSetting,
} from '../core/chat-settings.ts';
import type { StateDatabase } from './state-database.ts';

export function createSettingsShelf({ run }: StateDatabase): SettingsShelf {
  return {
    async read({ platform, workspaceId, channelId }) {
      const rows = await run((db) =>
        db
          .selectFrom('settings')
          .select(['level', 'name', 'value'])
          .where('platform', '=', platform)
          .where('workspace_id', '=', workspaceId)
          .where((row) =>
            row.or([
              row('level', '=', 'workspace'),
              row.and([row('level', '=', 'channel'), row('channel_id', '=', channelId)]),
            ]),
          )
          .execute(),
      );
      const settings: Partial<ChatSettings> = {};
      for (const level of ['workspace', 'channel']) {
        for (const row of rows.filter((candidate) => candidate.level === level)) {
          // A name or value of another version, which this one does not know, is left as it is and does not count.
          const name = CHAT_SETTING_NAMES.find((known) => known === row.name);
          if (name !== undefined) Object.assign(settings, readChatSetting(name, row.value));
        }
      }
      return settings;
    },

    async write({ platform, workspaceId, channelId }, level, changes) {
      const place = {
        platform,
        workspace_id: workspaceId,
        level,
        channel_id: level === 'channel' ? channelId : '',
      };
      await run((db) =>
        db.transaction().execute(async (transaction) => {
          for (const name of CHAT_SETTING_NAMES) {
            const value = changes[name];
            if (value === undefined) continue;
            if (value === null) {
              await transaction
                .deleteFrom('settings')
                .where('platform', '=', platform)
                .where('workspace_id', '=', workspaceId)
                .where('level', '=', level)
                .where('channel_id', '=', place.channel_id)
                .where('name', '=', name)
                .execute();
              continue;
            }
            const written = { value: writeChatSetting(name, { ...DEFAULT_CHAT_SETTINGS, [name]: value }) };
            await transaction
              .insertInto('settings')
              .values({ ...place, name, ...written })
              .onConflict((conflict) =>
                conflict
                  .columns(['platform', 'workspace_id', 'level', 'channel_id', 'name'])
                  .doUpdateSet(written),
              )
              .execute();
          }
        }),
      );
    },
  };
}
