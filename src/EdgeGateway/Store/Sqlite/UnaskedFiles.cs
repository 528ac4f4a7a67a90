namespace EdgeGateway.Store.Sqlite;

/// <summary>Files that do not travel until somebody asks for them: how many, and their bytes.</summary>
internal readonly record struct UnaskedFiles(long Files, long Bytes)
{
    /// <summary>As the rows say it.</summary>
    public static UnaskedFiles Of(StoreConnection connection) => new(
        connection.Single("SELECT count(*) FROM media WHERE wanted=0"), connection.Single("SELECT coalesce(sum(bytes), 0) FROM media WHERE wanted=0"));

    public UnaskedFiles With(long bytes) => new(Files + 1, Bytes + bytes);

    public UnaskedFiles Without(long bytes) => new(Files - 1, Bytes - bytes);
}
