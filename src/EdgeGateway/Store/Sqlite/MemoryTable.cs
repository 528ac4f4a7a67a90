namespace EdgeGateway.Store.Sqlite;

/// <summary>The table <c>memory</c>.</summary>
internal sealed class MemoryTable(StoreConnection connection)
{
    private readonly Statement _put = connection.Prepare(
        "INSERT INTO memory(name, value) VALUES(?1, ?2) ON CONFLICT(name) DO UPDATE SET value=excluded.value");

    public IEnumerable<KeyValuePair<string, string>> All()
    {
        using var rows = connection.Prepare("SELECT name, value FROM memory");
        while (rows.Step())
        {
            yield return new(rows.Text(0), rows.Text(1));
        }
    }

    public void Put(string name, string value) => _put.Bind(1, name).Bind(2, value).Run();
}
