using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace EdgeGateway.EndToEnd.Support;

/// <summary>A simulated repeater as the gateway's configuration names it.</summary>
public static class RepeaterEntry
{
    private const int Ports = 10;

    private static readonly (string Service, int Offset)[] s_services = [("rrs", 0), ("lp", 2), ("tmp", 6), ("rcp", 8)];

    private static int s_next = 21_000 + (Environment.ProcessId * 37 % 9_000);

    /// <param name="id">Device id.</param>
    /// <param name="first">Port of RRS on slot 1; the others follow as from the works.</param>
    /// <param name="more">Adds to it.</param>
    public static JsonObject Of(string id, int first, Action<JsonObject>? more = null)
    {
        var (ports, own) = (new JsonObject(), new JsonObject());
        foreach (var (service, offset) in s_services)
        {
            foreach (int slot in new[] { 1, 2 })
            {
                ports[$"{service}{slot}"] = first + offset + slot - 1;
                own[$"{service}{slot}"] = 0;
            }
        }

        var entry = new JsonObject { ["id"] = id, ["driver"] = "hytera-repeater", ["host"] = "127.0.0.1", ["ports"] = ports, ["localPorts"] = own };
        more?.Invoke(entry);
        return entry;
    }

    /// <returns>The first of so many UDP ports in a row as a repeater needs, which nobody has now.</returns>
    public static int FreePorts()
    {
        while (true)
        {
            int first = Interlocked.Add(ref s_next, Ports) - Ports;
            var sockets = new List<Socket>();
            try
            {
                for (int port = first; port < first + Ports; port++)
                {
                    sockets.Add(new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp));
                    sockets[^1].Bind(new IPEndPoint(IPAddress.Loopback, port));
                }

                return first;
            }
            catch (SocketException) when (first < 32_000)
            {
                // Somebody has one of them.
            }
            finally
            {
                sockets.ForEach(static socket => socket.Dispose());
            }
        }
    }
}
