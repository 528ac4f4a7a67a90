using System.Net;
using System.Net.Sockets;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>Opens the way to the vehicles that the settings name.</summary>
internal static class MavlinkLinks
{
    /// <exception cref="DeviceFaultException">There is no way, and what to do.</exception>
    public static async Task<IMavlinkLink> OpenAsync(DriverContext context, MavlinkOptions options, CancellationToken ct) => options switch
    {
        { Listen: { } local } => new DatagramLink(context.Transports.Datagrams!.Open(local), null, context),
        { Udp: { } address } => await ToAsync(context, address, ct).ConfigureAwait(false),
        { Tcp: { } address } => new TcpLink(await DialAsync(context, address, ct).ConfigureAwait(false), context.Time),
        { Line: { } line } => new SerialLink(await context.Transports.Serial!.OpenAsync(line, ct).ConfigureAwait(false), context.Time),
        _ => throw new DeviceFaultException(FaultKind.Misconfigured, "No way to the vehicles is set."),
    };

    private static async Task<IMavlinkLink> ToAsync(DriverContext context, DeviceAddress address, CancellationToken ct)
    {
        var remote = new IPEndPoint(await FindAsync(address.Host, ct).ConfigureAwait(false), address.Port);
        var any = remote.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any;
        return new DatagramLink(context.Transports.Datagrams!.Open(new IPEndPoint(any, 0)), remote, context);
    }

    private static async Task<Stream> DialAsync(DriverContext context, DeviceAddress address, CancellationToken ct)
    {
        try
        {
            return await context.Transports.Tcp!.DialAsync(address.Host, address.Port, null, ct).ConfigureAwait(false);
        }
        catch (IOException nobody)
        {
            throw new DeviceFaultException(FaultKind.Unreachable, nobody.Message, inner: nobody);
        }
    }

    private static async Task<IPAddress> FindAsync(string host, CancellationToken ct)
    {
        try
        {
            var found = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, ct).ConfigureAwait(false);
            return found.FirstOrDefault() ?? throw new DeviceFaultException(FaultKind.Unreachable, $"The name {host} has no address; write the address.");
        }
        catch (SocketException error)
        {
            throw new DeviceFaultException(FaultKind.Unreachable, $"The name {host} cannot be resolved: {error.Message}; write the address.", inner: error);
        }
    }
}
