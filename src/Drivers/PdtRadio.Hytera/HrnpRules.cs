namespace EdgeGateway.Drivers.PdtRadio.Hytera;

/// <summary>How a session behaves (pdt-radio.md section 2.4).</summary>
/// <param name="AckTimeout">Wait for one acknowledgement.</param>
/// <param name="AcceptUnverified">Whether messages with a wrong checksum are taken, marked as such.</param>
internal sealed record HrnpRules(TimeSpan AckTimeout, bool AcceptUnverified)
{
    /// <summary>Of our CONNECT; from then on the radio's own version is echoed.</summary>
    public const byte FirstVersion = 4;

    public int Retries { get; init; } = 3;
}
