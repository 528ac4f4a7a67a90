using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Drivers.Transport.Folders;
using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Drivers.Transport.Programs;
using EdgeGateway.Drivers.Transport.Sensors;
using EdgeGateway.Drivers.Transport.WebSockets;

namespace EdgeGateway.Drivers.Transport;

/// <summary>The ways to a device that the host offers its drivers.</summary>
/// <param name="Http">Pulls from a device that is a web server.</param>
/// <param name="Inbox">Listens for devices that push.</param>
public sealed record DeviceTransports(IHttpPull Http, IDeviceInbox Inbox)
{
    /// <summary>Asks a peer that is a web server; null where nothing may be asked, as in decoding.</summary>
    public IHttpCall? Call { get; init; }

    /// <summary>Serial lines; null where there are none, as in decoding.</summary>
    public ISerialLines? Serial { get; init; }

    /// <summary>UDP ports; null where there are none, as in decoding.</summary>
    public IDatagramPorts? Datagrams { get; init; }

    /// <summary>TCP connections to devices with protocols of their own; null where there are none, as in decoding.</summary>
    public ITcpDialer? Tcp { get; init; }

    /// <summary>WebSocket links; null where there are none, as in decoding.</summary>
    public IWebSocketDialer? WebSockets { get; init; }

    /// <summary>Modbus buses; null where there are none, as in decoding.</summary>
    public IModbusMasters? Modbus { get; init; }

    /// <summary>MQTT brokers of the site; null where there are none, as in decoding.</summary>
    public ISiteBrokers? Brokers { get; init; }

    /// <summary>Folders that devices put files into; null where there are none, as in decoding.</summary>
    public IDropFolders? Folders { get; init; }

    /// <summary>Programs of this machine; null where none may be started, as in decoding.</summary>
    public IPrograms? Programs { get; init; }

    /// <summary>TCP ports for devices that call; null where there are none, as in decoding.</summary>
    public ITcpDoors? Doors { get; init; }

    /// <summary>The sensors of the cabinet, given the folder in which <c>sys</c> and <c>dev</c> stand; null where there are none, as in decoding.</summary>
    public Func<string, ICabinetSensors>? Cabinet { get; init; }
}
