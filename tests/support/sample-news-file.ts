/** A file of subscriptions with one of each kind. */
export const NEWS_FILE = `feeds:
  - url: https://news.valdoria.example/rss
    fullText: true
  - url: https://cert.valdoria.example/atom
subscriptions:
  - platform: slack
    workspace: T1
    channel: C1
    feed: https://news.valdoria.example/rss
    filter: country:China NOT publisher:"Global Times"
    lang: fr
    quietHours: 22:00-07:00
    maxPerHour: 6
  - platform: discord
    workspace: 123456789012345678
    channel: 987654321098765432
    topic: APT31 France
    schedule: lundi 08:00
    timeZone: Asia/Shanghai
`;
