namespace EdgeGateway.Drivers.PdtRadio.HyteraRepeater;

/// <summary>How a link to a repeater behaves (pdt-radio.md section 3).</summary>
/// <param name="AckTimeout">Wait for one acknowledgement.</param>
/// <param name="Heartbeat">How often we say that we are there.</param>
/// <param name="AcceptUnverified">Whether messages with a wrong checksum are taken, marked as such.</param>
internal sealed record HstrpRules(TimeSpan AckTimeout, TimeSpan Heartbeat, bool AcceptUnverified)
{
    public int Retries { get; init; } = 3;

    /// <summary>After so many heartbeats without a word the link is lost.</summary>
    public int MissedHeartbeats { get; init; } = 10;
}
