namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>How often the points of the default list are read.</summary>
/// <param name="State">Belt, safety chain, generator: 50 ms to 10 s, default 250 ms.</param>
/// <param name="Parcel">Sequence, decision, bar code, heartbeat, operator: 50 ms to 10 s, default 200 ms. Two parcels within one reading and the first one's decision is lost.</param>
/// <param name="Measured">Voltages, temperatures, counters: 100 ms to 1 h, default 1 s.</param>
public sealed record BeltPace(TimeSpan State, TimeSpan Parcel, TimeSpan Measured)
{
    public static BeltPace Usual { get; } = new(TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1));
}
