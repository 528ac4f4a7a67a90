using System.Globalization;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Evidence;
using EdgeGateway.Store.Recovery;
using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Retention;

/// <summary>
/// Tells the platform once an hour where the evidence chain stands. Whoever rewrites the chain on this disk cannot rewrite
/// what the platform was told.
/// </summary>
internal sealed class EvidenceHeads(StoreOptions options, TimeProvider time, StoreAge age)
{
    public const string What = "evidence.head";

    private const string Name = "store.evidence.told";
    private const double Every = 1;

    private readonly OwnReadings _own = new(options, time);

    public void Write(StoreTables tables, Totals totals)
    {
        var (number, hours) = Told(tables);
        // A salvage begins the age anew, and may have lost links that were told of: both are to be told at once.
        bool soon = age.Hours >= hours && age.Hours - hours < Every;
        if (soon || tables.Evidence.Head.Number is 0 || tables.Evidence.Head.Number == number)
        {
            return;
        }

        (long head, byte[] hash) = tables.Evidence.Head;
        tables.Readings.Insert(_own.Of(Body(head, hash), Lane.Event), totals);
        tables.Memory.Put(Name, FormattableString.Invariant($"{head + 1} {age.Hours}"));
    }

    private static AuditBody Body(long number, byte[] hash) => new()
    {
        What = What,
        Outcome = "told",
        Link = number,
        LinkHash = Convert.ToHexStringLower(hash),
    };

    /// <returns>The link of the last telling itself, after which nothing is new, and the age at which it was.</returns>
    private static (long Number, double Hours) Told(StoreTables tables) =>
        tables.Memory.Get(Name)?.Split(' ') is [var number, var hours]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long link)
        && double.TryParse(hours, NumberStyles.Float, CultureInfo.InvariantCulture, out double at)
            ? (link, at)
            : (0, 0);
}
