using System.Collections.Concurrent;
using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Writing;

internal sealed class RememberChore(ConcurrentDictionary<string, string> memory, string name, string value) : Chore
{
    public override void Write(StoreTables tables, Totals totals) => tables.Memory.Put(name, value);

    public override void Committed(StoreTables tables) => memory[name] = value;
}
