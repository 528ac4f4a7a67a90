using System.Net.Sockets;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Transport.Serial;

/// <summary>A serial line behind a serial server in raw mode: the bytes of one TCP link are those of the line.</summary>
internal sealed class SerialServerLine : ISerialLine
{
    private static readonly TimeSpan s_longestWrite = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_longestDial = TimeSpan.FromSeconds(10);

    private readonly Socket _socket;
    private readonly TimeProvider _time;

    private SerialServerLine(string name, Socket socket, TimeProvider time)
    {
        Name = name;
        _socket = socket;
        _time = time;
    }

    public string Name { get; }

    /// <param name="name">As in the settings.</param>
    /// <param name="address">Host and port of the server.</param>
    /// <param name="time">Whose clock measures.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="DeviceFaultException"><see cref="FaultKind.Unreachable"/>.</exception>
    public static async Task<SerialServerLine> DialAsync(string name, Uri address, TimeProvider time, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var limit = new CancellationTokenSource(s_longestDial, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            KeepAlive(socket);
            await socket.ConnectAsync(address.IdnHost.Trim('[', ']'), address.Port, either.Token).ConfigureAwait(false);
            return new SerialServerLine(name, socket, time);
        }
        catch (SocketException error)
        {
            socket.Dispose();
            throw new DeviceFaultException(FaultKind.Unreachable, DialFailure.Sentence(error, address.Host, address.Port), inner: error);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            socket.Dispose();
            throw new DeviceFaultException(FaultKind.Unreachable, $"{address.Host}:{address.Port} does not answer: check power, cable and firewall");
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct)
    {
        try
        {
            int count = await _socket.ReceiveAsync(buffer, SocketFlags.None, ct).ConfigureAwait(false);
            return count > 0 ? count : throw new IOException($"{Name} closed the link: is another program connected to it, was it restarted?");
        }
        catch (SocketException error)
        {
            throw Gone(error);
        }
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var limit = new CancellationTokenSource(s_longestWrite, _time);
        using var limiting = limit.Token.UnsafeRegister(source => ((CancellationTokenSource)source!).Cancel(), either);
        try
        {
            while (!bytes.IsEmpty)
            {
                int count = await _socket.SendAsync(bytes, SocketFlags.None, either.Token).ConfigureAwait(false);
                bytes = bytes[count..];
                limit.CancelAfter(s_longestWrite);
            }
        }
        catch (SocketException error)
        {
            throw Gone(error);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new IOException($"{Name} has taken nothing for {s_longestWrite.TotalSeconds:0} s: check the serial server and, with flow control, the device behind it.");
        }
    }

    public void DiscardInput()
    {
        var nowhere = new byte[1024];
        try
        {
            for (int left = _socket.Available; left > 0; left = _socket.Available)
            {
                _ = _socket.Receive(nowhere, Math.Min(left, nowhere.Length), SocketFlags.None);
            }
        }
        catch (SocketException)
        {
            // Nothing more to forget; the next read tells.
        }
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A serial server that lost its power says nothing: the kernel asks after 10 s, and gives up after three questions.</summary>
    private static void KeepAlive(Socket socket)
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 10);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 5);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 3);
    }

    private IOException Gone(SocketException error) => new($"the link to {Name} broke: {error.Message}; check power and cable of the serial server", error);
}
