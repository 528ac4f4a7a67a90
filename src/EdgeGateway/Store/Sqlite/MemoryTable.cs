namespace EdgeGateway.Store.Sqlite;

/// <summary>The table <c>memory</c>.</summary>
internal sealed class MemoryTable(StoreConnection connection)
{
    private readonly Statement _put = connection.Prepare(
        "INSERT INTO memory(name, value) VALUES(?1, ?2) ON CONFLICT(name) DO UPDATE SET value=excluded.value");

    private readonly Statement _get = connection.Prepare("SELECT value FROM memory WHERE name=?1");

    /// <returns>As the open transaction sees it; null when it was never put.</returns>
    public string? Get(string name)
    {
        string? value = _get.Bind(1, name).Step() ? _get.Text(0) : null;
        _get.Reset();
        return value;
    }

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
