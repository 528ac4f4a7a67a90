namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>The services that a publisher names (kiosk.md section 1.1).</summary>
/// <param name="Vendor">Who made the kiosk, scrubbed.</param>
/// <param name="Services">In its order, each once; at most <see cref="Most"/>.</param>
/// <param name="Refused">How many addresses were none that may be dialled.</param>
public sealed record XfsServices(string? Vendor, IReadOnlyList<XfsServiceAddress> Services, int Refused)
{
    public const int Most = 64;
}
