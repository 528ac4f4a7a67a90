namespace EdgeGateway.Store;

/// <summary>Which numbers never travel, one by one: what a completeness statement and a platform's question need.</summary>
public interface IGapLedger
{
    /// <summary>Numbers that were dropped, parked or never came in, and that no statement has covered yet.</summary>
    /// <param name="epoch">Eight lower-case hex digits.</param>
    /// <param name="first">First number of the range that is asked for.</param>
    /// <param name="last">Last number of it.</param>
    /// <returns>Ranges that touch it, in ascending order; they may reach beyond.</returns>
    IReadOnlyList<(long First, long Last)> Absent(string epoch, long first, long last);

    /// <summary>A statement has covered everything up to the number: no need to keep it.</summary>
    Task StatedAsync(string epoch, long upTo, CancellationToken ct);

    /// <summary>The platform asks for numbers that are not here any more: a gap record answers it.</summary>
    /// <exception cref="Drivers.Abstractions.StoreRefusedException">The disk refuses; ask again.</exception>
    Task AnswerForgottenAsync(string epoch, long first, long last, CancellationToken ct);
}
