using System.Net;
using EdgeGateway.Configuration;
using EdgeGateway.Devices;
using EdgeGateway.Drivers.Abstractions.Airspace;
using EdgeGateway.Drivers.Abstractions.HotList;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Drivers.Transport.Folders;
using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Drivers.Transport.Programs;
using EdgeGateway.Drivers.Transport.Sensors;
using EdgeGateway.Drivers.Transport.Serial;
using EdgeGateway.Drivers.Transport.WebSockets;
using EdgeGateway.Pipeline;
using EdgeGateway.Store;
using EdgeGateway.Telemetry;
using EdgeGateway.Uplink.Site;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Composition;

/// <summary>The devices and the ways to them.</summary>
internal static class DevicesRoom
{
    public static void Add(IServiceCollection services, GatewaySettings settings)
    {
        services.AddSingleton<IInboxCounters, InboxCounts>();
        services.AddSingleton(InboxOptions(settings.Inbox));
        services.AddSingleton<HttpInbox>();
        services.AddSingleton<IHttpPull, HttpPuller>();
        services.AddSingleton<IHttpCall, HttpCaller>();
        services.AddSingleton<ISerialLines, SerialLines>();
        services.AddSingleton<IDatagramPorts, DatagramPorts>();
        services.AddSingleton<IModbusMasters, ModbusMasters>();
        services.AddSingleton<IWebSocketDialer, WebSocketDialer>();
        services.AddSingleton<ITcpDoors, TcpDoors>();
        services.AddSingleton<ISiteBrokers, SiteBrokers>();
        services.AddSingleton<IDropFolders>(provider => new DropFolders(
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<DropFolders>>(), Path.Combine(settings.Store.Folder, "received")));
        services.AddSingleton<IPrograms>(provider => new LocalPrograms(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<LocalPrograms>>()));
        services.AddSingleton(Transports);
        services.AddSingleton(provider => new DeviceSupervisor(
            Plans(settings),
            provider.GetRequiredService<Intake>(),
            provider.GetRequiredService<DeviceTransports>(),
            provider.GetRequiredService<HealthBoard>(),
            new DeviceLimits { ClockLimit = settings.Cameras.ClockLimit },
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<Random>(),
            provider.GetRequiredService<ILoggerFactory>(),
            provider.GetRequiredService<IHotListDesk>(),
            new DeviceMemories(provider.GetRequiredService<IGatewayMemory>()),
            provider.GetRequiredService<IAirspace>()));
    }

    private static DeviceTransports Transports(IServiceProvider provider) => new(provider.GetRequiredService<IHttpPull>(), provider.GetRequiredService<HttpInbox>())
    {
        Call = provider.GetRequiredService<IHttpCall>(),
        Serial = provider.GetRequiredService<ISerialLines>(),
        Datagrams = provider.GetRequiredService<IDatagramPorts>(),
        Tcp = provider.GetRequiredService<ITcpDialer>(),
        WebSockets = provider.GetRequiredService<IWebSocketDialer>(),
        Modbus = provider.GetRequiredService<IModbusMasters>(),
        Brokers = provider.GetRequiredService<ISiteBrokers>(),
        Folders = provider.GetRequiredService<IDropFolders>(),
        Programs = provider.GetRequiredService<IPrograms>(),
        Doors = provider.GetRequiredService<ITcpDoors>(),
        Cabinet = root => new LinuxCabinetSensors(root),
    };

    private static List<DevicePlan> Plans(GatewaySettings settings) =>
    [
        .. settings.Devices
            .Where(device => device.Enabled)
            .Select(device => new DevicePlan(new DeviceFacts(device.Id, device.Position, settings.Checkpoint, device.Zone), device.Driver, device.Options, device.Zone)),
    ];

    /// <summary>Without a section nothing listens; the inbox then exists and is never started.</summary>
    private static HttpInboxOptions InboxOptions(InboxSettings? settings) => settings is null
        ? new HttpInboxOptions()
        : new HttpInboxOptions
        {
            Address = IPAddress.Parse(settings.Listen),
            Port = settings.Port,
            MaxBodyBytes = (int)settings.MaxBody,
            Connections = settings.MaxConnections,
            BodyTimeLimit = settings.Silence,
        };
}
