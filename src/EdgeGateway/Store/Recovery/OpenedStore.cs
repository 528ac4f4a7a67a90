using EdgeGateway.Store.Media;
using EdgeGateway.Store.Sqlite;
using EdgeGateway.Store.Writing;

namespace EdgeGateway.Store.Recovery;

/// <summary>The writer's side of a store that was found sound, and what it keeps in memory.</summary>
internal sealed record OpenedStore(StoreTables Tables, Spool Spool, NativeKeys Keys, IReadOnlyList<KeyValuePair<string, string>> Memory);
