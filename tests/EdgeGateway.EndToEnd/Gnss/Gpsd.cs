using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Tests.Drivers.Transport;

namespace EdgeGateway.EndToEnd.Gnss;

/// <summary>gpsd of Debian, fed by the test, and what it reports: another program's reading of NMEA 0183.</summary>
internal sealed class Gpsd : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly ChildProcess _gpsd;
    private readonly TcpFarEnd _receiver;
    private readonly TcpClient _client;
    private readonly Task _reading;

    private Gpsd(ChildProcess gpsd, TcpFarEnd receiver, TcpClient client)
    {
        (_gpsd, _receiver, _client) = (gpsd, receiver, client);
        _reading = ReadAsync();
    }

    /// <summary>Its reports by the time of the fix; a later one of the same time, which knows more, takes the place of the first.</summary>
    public ConcurrentDictionary<DateTimeOffset, JsonElement> Reports { get; } = new();

    public static async Task<Gpsd> StartAsync()
    {
        var receiver = new TcpFarEnd();
        int port = TestSite.FreePort();
        string[] arguments = ["-N", "-n", "-b", "-S", port.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"tcp://127.0.0.1:{receiver.Port}")];
        var gpsd = ChildProcess.Start(Binaries.Tool("gpsd"), arguments);
        try
        {
            return new Gpsd(gpsd, receiver, await ConnectAsync(gpsd, port));
        }
        catch
        {
            await gpsd.DisposeAsync();
            receiver.Dispose();
            throw;
        }
    }

    /// <summary>Says a moment's sentences and waits, not for ever, until they are reported: the first ones only tell it which language this is.</summary>
    public async Task SayAsync(DateTimeOffset moment, byte[] sentences)
    {
        using var limit = new CancellationTokenSource(s_patience);
        await _receiver.SendAsync(sentences, limit.Token);
        using var turn = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        while (!IsWhole(moment) && !turn.IsCancellationRequested)
        {
            await Task.Delay(5, CancellationToken.None);
        }
    }

    /// <summary>With what GGA adds.</summary>
    public bool IsWhole(DateTimeOffset moment) => Reports.TryGetValue(moment, out var report) && report.TryGetProperty("altMSL", out _);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _reading;
        await _gpsd.StopAsync(s_patience);
        await _gpsd.DisposeAsync();
        _receiver.Dispose();
    }

    private static async Task<TcpClient> ConnectAsync(ChildProcess gpsd, int port)
    {
        var client = new TcpClient();
        await Wait.UntilAsync(() => Try(() => client.Connect("127.0.0.1", port)) || gpsd.HasExited, s_patience, () => gpsd.Output);
        await client.GetStream().WriteAsync("?WATCH={\"enable\":true,\"json\":true};\n"u8.ToArray());
        return client;
    }

    private static bool Try(Action connect)
    {
        try
        {
            connect();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task ReadAsync()
    {
        using var reader = new StreamReader(_client.GetStream());
        try
        {
            while (await reader.ReadLineAsync() is { } line)
            {
                var report = JsonDocument.Parse(line).RootElement;
                if (report.GetProperty("class").GetString() == "TPV" && report.TryGetProperty("time", out var time) && report.TryGetProperty("lat", out _))
                {
                    Reports[time.GetDateTimeOffset()] = report;
                }
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
