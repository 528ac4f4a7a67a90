using System.Collections.Concurrent;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Airspace;
using EdgeGateway.Drivers.Abstractions.HotList;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Drivers.Transport.Folders;
using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Drivers.Transport.Programs;
using EdgeGateway.Drivers.Transport.Serial;
using EdgeGateway.Drivers.Transport.WebSockets;
using EdgeGateway.Protocol.Model;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.Drivers.Contract;

/// <summary>What a driver sees of its host, with everything it told the host.</summary>
public sealed class FakeHost(IDeviceInbox inbox, TimeProvider? time = null) : IDeviceWatch
{
    /// <summary>For drivers of libraries.</summary>
    public IHotListDesk? HotList { get; init; }

    /// <summary>Give the same one to the next host to see what a restart does.</summary>
    public FakeMemory Memory { get; init; } = new();

    /// <summary>Give the same one to another device of the same host.</summary>
    public SharedShelf Shared { get; init; } = new();

    /// <summary>Default: the real ones; give a <c>FakeSerialLines</c> to have the far end in the test.</summary>
    public ISerialLines Serial { get; set; } = new SerialLines(TimeProvider.System);

    public IDatagramPorts Datagrams { get; set; } = new DatagramPorts();

    /// <summary>Default: the real ones, by the real clock.</summary>
    public IDropFolders Folders { get; set; } = new DropFolders(TimeProvider.System, NullLogger.Instance);

    /// <summary>Default: the real ones.</summary>
    public IPrograms Programs { get; set; } = new LocalPrograms(TimeProvider.System, NullLogger.Instance);

    /// <summary>For drivers of a bus; null: there is none.</summary>
    public IModbusMasters? Modbus { get; set; }

    /// <summary>For drivers that speak MQTT; null: there is none.</summary>
    public ISiteBrokers? Brokers { get; set; }

    /// <summary>For drivers of vehicles; null: nobody watches.</summary>
    public IAirspace? Airspace { get; set; }

    public List<(TimeSpan Offset, TimeSpan Uncertainty)> Clocks { get; } = [];

    private readonly ConcurrentQueue<(FaultKind Kind, string Reason)> _faults = new();
    private int _heard;

    public int SignsOfLife => Volatile.Read(ref _heard);

    public IReadOnlyCollection<(FaultKind Kind, string Reason)> Faults => _faults;

    public DriverContext Context => new()
    {
        Device = "cam-1",
        Time = time ?? TimeProvider.System,
        Log = NullLogger.Instance,
        Watch = this,
        Transports = new DeviceTransports(new HttpPuller(time ?? TimeProvider.System), inbox)
        {
            Call = new HttpCaller(time ?? TimeProvider.System),
            Serial = Serial,
            Datagrams = Datagrams,
            Folders = Folders,
            Programs = Programs,
            Doors = new TcpDoors(),
            WebSockets = new WebSocketDialer(new TcpDialer(), time ?? TimeProvider.System),
            Modbus = Modbus,
            Brokers = Brokers,
        },
        HotList = HotList,
        Airspace = Airspace,
        Memory = Memory,
        Shared = Shared,
    };

    public void Heard() => Interlocked.Increment(ref _heard);

    public void Clock(TimeSpan offset, TimeSpan uncertainty) => Clocks.Add((offset, uncertainty));

    public void Fault(FaultKind kind, string reason) => _faults.Enqueue((kind, reason));
}
