using EdgeGateway.Drivers.Modbus;
using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>Settings of one bus with belt controllers.</summary>
public sealed record XrayModbusOptions
{
    /// <summary>Modbus TCP or a line; answers within 50 ms to 10 s, default 1 s.</summary>
    public required ModbusBusSettings Bus { get; init; }

    public BusLimits Limits { get; init; } = new();

    /// <summary>1 to 64, with different names.</summary>
    public required IReadOnlyList<BeltUnitOptions> Units { get; init; }

    /// <summary>Between two periodic states of a unit, 5 s to 1 h; default 30 s.</summary>
    public TimeSpan Report { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A heartbeat that stands still for so long means that the controller's program does, 1 s to 10 min; default 5 s.</summary>
    public TimeSpan HeartbeatStuck { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a parcel's decision may come behind its number, 0 to 60 s; default 3 s.</summary>
    public TimeSpan DecisionWait { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Most parcels whose passing nobody saw that are told one by one, 0 to 100,000; default 5,000, over an hour of a busy line.</summary>
    public int MostSkipped { get; init; } = 5_000;

    /// <summary>How long the belt may take to follow a command, 1 to 30 s; default 5 s.</summary>
    public TimeSpan ConfirmWithin { get; init; } = TimeSpan.FromSeconds(5);
}

/// <summary>One controller.</summary>
/// <param name="Name">As the site calls it, <c>A-Z a-z 0-9 . _ -</c>, at most 64.</param>
/// <param name="Address">Modbus address.</param>
/// <param name="Points">What is read of it.</param>
/// <param name="Command">Where the belt is ordered; null: it is not to be ordered.</param>
public sealed record BeltUnitOptions(string Name, byte Address, IReadOnlyList<ModbusPoint> Points, ModbusPoint? Command);
