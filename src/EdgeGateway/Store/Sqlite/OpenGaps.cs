namespace EdgeGateway.Store.Sqlite;

/// <summary>The gap rows that are not a reading yet, together: how many, the oldest, the last that changed.</summary>
internal readonly record struct OpenGaps(long Rows, DateTimeOffset Since, DateTimeOffset Touched)
{
    public OpenGaps Touch(DateTimeOffset now) => new(Rows + 1, Rows == 0 ? now : Since, now);
}
