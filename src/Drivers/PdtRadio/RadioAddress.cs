using System.Net;
using System.Net.Sockets;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>Where a radio or repeater is on the network.</summary>
internal static class RadioAddress
{
    /// <param name="host">Name or address.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Its address, version 4 where there is one: these devices speak no other.</returns>
    /// <exception cref="DeviceFaultException">The name leads nowhere.</exception>
    public static async Task<IPAddress> FindAsync(string host, CancellationToken ct)
    {
        try
        {
            var found = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, ct).ConfigureAwait(false);
            return found.FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork)
                ?? throw new DeviceFaultException(FaultKind.Misconfigured, $"{host} has no IPv4 address, and radios speak nothing else.");
        }
        catch (SocketException error)
        {
            throw new DeviceFaultException(FaultKind.Unreachable, $"The name {host} cannot be resolved: {error.Message}; write the address.", inner: error);
        }
    }
}
