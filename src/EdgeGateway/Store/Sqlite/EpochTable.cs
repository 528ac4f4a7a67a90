namespace EdgeGateway.Store.Sqlite;

/// <summary>The table <c>epoch</c>; it changes only while a store is made.</summary>
internal static class EpochTable
{
    /// <returns>All epochs, oldest first.</returns>
    public static IReadOnlyList<StoreEpoch> All(StoreConnection connection)
    {
        var epochs = new List<StoreEpoch>();
        using var rows = connection.Prepare("SELECT epoch, base, head FROM epoch ORDER BY base, head IS NULL");
        while (rows.Step())
        {
            epochs.Add(new(rows.Text(0), rows.Integer(1), rows.IsNull(2) ? null : rows.Integer(2)));
        }

        return epochs;
    }
}
