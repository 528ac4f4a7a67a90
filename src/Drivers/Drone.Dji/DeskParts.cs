using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Airspace;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>What desks need of the host.</summary>
/// <param name="Device">Device id.</param>
/// <param name="Time">The only clock.</param>
/// <param name="Watch">Told of life and faults.</param>
/// <param name="Airspace">Shown every fact; null where nobody watches.</param>
/// <param name="Memory">Over restarts; null where nothing is kept.</param>
internal sealed record DeskHost(string Device, TimeProvider Time, IDeviceWatch Watch, IAirspace? Airspace, IDeviceMemory? Memory);

/// <summary>What the desks of one conversation share.</summary>
/// <param name="Host">Of the host.</param>
/// <param name="Options">Of the device.</param>
/// <param name="Sink">Where readings go.</param>
/// <param name="Roll">Who is believed.</param>
/// <param name="Alarms">What stands.</param>
/// <param name="Signs">Who waits for a sign.</param>
internal sealed record DeskParts(DeskHost Host, DjiOptions Options, IReadingSink Sink, AircraftRoll Roll, AlarmDesk Alarms, Sightings Signs)
{
    private readonly long _began = Host.Time.GetTimestamp();

    /// <summary>How long the conversation goes on.</summary>
    public TimeSpan Elapsed => Host.Time.GetElapsedTime(_began);

    public VehicleOrigin Origin => new(Host.Device, DjiMapping.DriverName);

    public TimeSpan Interval => TimeSpan.FromSeconds(1 / Options.MaxRateHz);

    /// <summary>For what the gateway found itself.</summary>
    public DjiTold Now() => new(Host.Device, Host.Time.GetUtcNow());
}
