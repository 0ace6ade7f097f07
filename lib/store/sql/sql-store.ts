import type { Store } from '../store';
import {
  addAccount,
  addToAudit,
  addToken,
  changeAccount,
  getAccount,
  getSecret,
  getToken,
  listAccounts,
  listAudit,
  listTokens,
  removeAccount,
  removeToken,
} from './access';
import { getArticle, getSnapshot, getSummaries, listArticles, listSources } from './article-list';
import { removeArticle, saveArticles } from './articles';
import {
  addToCollection,
  changeTags,
  listCollections,
  listLinks,
  listTags,
  putCollection,
  putLinks,
  removeCollection,
  removeFromCollection,
  renameTag,
  setTags,
} from './curation';
import { exportAll, importAll } from './dump';
import { addFeed, changeFeed, listFeeds, removeFeed, takeFeeds } from './feeds';
import { countMatched, getIncident, listIncidents, listMentions, listPlaces } from './events';
import { appendCorrections, getResult, getShown, listCorrections, listOutdated, saveResult } from './results';
import type { Database } from './session';
import { countIncidents, cutTile, extentOf, tallyIncidents } from './summaries';
import { addWebhook, changeWebhook, listWebhooks, putOffDelivery, removeWebhook, takeDeliveries } from './webhooks';

/** The store over a database: which method runs in a transaction, and which does not. */
export function sqlStore(database: Database): Store {
  const { dialect } = database;
  const change = database.transaction.bind(database);
  return {
    kind: database.kind,
    location: database.location,

    save: (articles) => change((session) => saveArticles(session, dialect, articles, new Date().toISOString())),
    get: (id) => getArticle(database, id),
    list: (filter, paging = {}) => listArticles(database, dialect, filter, paging),
    summaries: (ids) => getSummaries(database, ids),
    sources: (limit) => listSources(database, limit),
    snapshot: (id, url) => getSnapshot(database, id, url),
    remove: (id) => change((session) => removeArticle(session, dialect, id)),

    result: (id) => getResult(database, id),
    shown: (id) => getShown(database, id),
    saveResult: (id, result, shown, logLength) => change((session) => saveResult(session, dialect, { id, result, shown }, logLength)),
    outdated: (version, limit, after) => listOutdated(database, version, limit, after),

    corrections: (id) => listCorrections(database, id),
    appendCorrections: (id, entries, shown, logLength) =>
      change((session) => appendCorrections(session, dialect, id, entries, shown, logLength)),

    setTags: (id, tags) => change((session) => setTags(session, id, tags)),
    changeTags: (articles, add, remove) => change((session) => changeTags(session, articles, add, remove)),
    renameTag: (tag, name) => change((session) => renameTag(session, tag, name)),
    tags: () => listTags(database),
    collections: () => listCollections(database),
    putCollection: (collection) => change((session) => putCollection(session, collection)),
    removeCollection: (id) => change((session) => removeCollection(session, id)),
    addToCollection: (id, articles) => change((session) => addToCollection(session, id, articles)),
    removeFromCollection: (id, articles) => change((session) => removeFromCollection(session, id, articles)),
    links: (incidents) => listLinks(database, incidents),
    putLinks: (links) => change((session) => putLinks(session, links)),

    feeds: () => listFeeds(database),
    addFeed: (feed) => change((session) => addFeed(session, feed)),
    changeFeed: (feed) => change((session) => changeFeed(session, feed)),
    removeFeed: (id) => change((session) => removeFeed(session, id)),
    takeFeeds: (now, until, ids, early) => change((session) => takeFeeds(session, now, until, ids, early)),

    webhooks: () => listWebhooks(database),
    addWebhook: (webhook) => change((session) => addWebhook(session, webhook)),
    changeWebhook: (webhook) => change((session) => changeWebhook(session, webhook)),
    removeWebhook: (id) => change((session) => removeWebhook(session, id)),
    takeDeliveries: (now, until, limit) => change((session) => takeDeliveries(session, now, until, limit)),
    putOffDelivery: (webhook, articleId, dueAt) => change((session) => putOffDelivery(session, webhook, articleId, dueAt)),

    incidents: (filter, paging = {}) => listIncidents(database, dialect, filter, paging),
    incident: (id) => getIncident(database, id),
    places: (filter, paging = {}) => listPlaces(database, dialect, filter, paging),
    mentions: (filter, paging = {}) => listMentions(database, dialect, filter, paging),
    matched: (what, filter, most) => countMatched(database, dialect, what, filter, most),
    counts: (period, filter) => countIncidents(database, dialect, period, filter),
    tally: (by, filter) => tallyIncidents(database, dialect, by, filter),
    extent: (filter) => extentOf(database, dialect, filter),
    tile: (z, x, y, filter = {}) => cutTile(database, dialect, z, x, y, filter),

    accounts: () => listAccounts(database),
    account: (name) => getAccount(database, name),
    addAccount: (account) => change((session) => addAccount(session, account)),
    changeAccount: (account) => change((session) => changeAccount(session, account)),
    removeAccount: (name) => change((session) => removeAccount(session, name)),
    tokens: () => listTokens(database),
    token: (hash) => getToken(database, hash),
    addToken: (token) => change((session) => addToken(session, token)),
    removeToken: (id) => change((session) => removeToken(session, id)),
    addToAudit: (entry) => change((session) => addToAudit(session, entry)),
    audit: (paging = {}) => listAudit(database, paging),
    secret: (name, proposed) => change((session) => getSecret(session, name, proposed)),

    size: async () => {
      const tables = ['articles', 'places', 'mentions', 'incidents'] as const;
      const counts = await Promise.all(tables.map((table) => database.all<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)));
      const [articles = 0, places = 0, mentions = 0, incidents = 0] = counts.map(([row]) => row?.n ?? 0);
      return { articles, places, mentions, incidents };
    },
    export: () => exportAll(database),
    import: (entries, onArticle = () => undefined) => importAll(database, entries, onArticle),
    close: () => database.close(),
  };
}
