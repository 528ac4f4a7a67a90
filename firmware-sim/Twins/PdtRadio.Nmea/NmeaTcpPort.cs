using System.Net;
using System.Net.Sockets;

namespace EdgeGateway.Sim.Twins.PdtRadio.Nmea;

/// <summary>A serial server in raw mode: the last one that connected has the line.</summary>
public sealed class NmeaTcpPort : INmeaPort
{
    private readonly Socket _listener;
    private Socket? _link;

    public NmeaTcpPort(IPEndPoint listen)
    {
        _listener = new Socket(listen.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        _listener.Bind(listen);
        _listener.Listen();
    }

    public IPEndPoint Local => (IPEndPoint)_listener.LocalEndPoint!;

    public bool Say(ReadOnlySpan<byte> bytes)
    {
        while (_listener.Poll(0, SelectMode.SelectRead))
        {
            _link?.Dispose();
            _link = _listener.Accept();
            (_link.NoDelay, _link.SendTimeout) = (true, 1000);
        }

        try
        {
            return _link is { } link && IsOpen(link) && link.Send(bytes) == bytes.Length;
        }
        catch (SocketException)
        {
            Cut();
            return false;
        }
    }

    public void Cut()
    {
        _link?.Dispose();
        _link = null;
    }

    public void Dispose()
    {
        Cut();
        _listener.Dispose();
    }

    /// <summary>One that hung up is readable and has nothing to read; what it says else is of no interest to a receiver.</summary>
    private static bool IsOpen(Socket link)
    {
        Span<byte> said = stackalloc byte[64];
        while (link.Poll(0, SelectMode.SelectRead))
        {
            if (link.Receive(said) == 0)
            {
                return false;
            }
        }

        return true;
    }
}
