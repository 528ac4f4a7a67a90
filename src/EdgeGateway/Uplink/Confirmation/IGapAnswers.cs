namespace EdgeGateway.Uplink.Confirmation;

/// <summary>Answers the platform's question for readings that are not here any more with a gap record.</summary>
public interface IGapAnswers
{
    /// <summary>Completes when the gap is on disk. Asked once for each number in the life of a process, and again after a restart.</summary>
    /// <param name="epoch">Eight lower-case hex digits.</param>
    /// <param name="first">First number that waits in no lane: forgotten, dropped or parked.</param>
    /// <param name="last">Last such number.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="Drivers.Abstractions.StoreRefusedException">The disk refuses; it is asked again.</exception>
    ValueTask ForgottenAsync(string epoch, long first, long last, CancellationToken ct);
}
