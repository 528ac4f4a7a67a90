using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Store.Sqlite;

/// <summary>One row of <c>gap</c> as it is read.</summary>
/// <param name="First">Device, lane, epoch and first number.</param>
/// <param name="Last">Last number.</param>
/// <param name="Count">How many of the numbers between are gone.</param>
/// <param name="Cause">A word of <see cref="GapCauses"/>.</param>
/// <param name="Note">What a person should know.</param>
internal sealed record GapRow(Dropped First, long Last, long Count, string Cause, string? Note)
{
    /// <summary>So many in one record are enough to tell the platform about at once.</summary>
    public const long Big = 100_000;

    /// <summary>A row that did not change for so long becomes a reading.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);

    /// <summary>A row of this age becomes a reading, changing or not.</summary>
    public static readonly TimeSpan Oldest = TimeSpan.FromMinutes(1);

    /// <returns>True when rows may be due: the quietest of them, the oldest, or the clock went back.</returns>
    public static bool MayBeDue(OpenGaps open, DateTimeOffset now) =>
        open.Rows > 0 && (now - open.Touched >= Quiet || now - open.Since >= Oldest || open.Touched - now > Quiet || open.Rows > Big);
}
