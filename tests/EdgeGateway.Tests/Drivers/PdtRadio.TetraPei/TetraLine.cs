using System.Text;
using EdgeGateway.Drivers.PdtRadio.TetraPei;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Sim.Twins.PdtRadio.TetraPei;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Transport;

namespace EdgeGateway.Tests.Drivers.PdtRadio.TetraPei;

/// <summary>A terminal at the far end of a line in memory; its interpreter is the simulator's, which is not the product's.</summary>
internal sealed class TetraLine : IAsyncDisposable
{
    public const string Port = "/dev/serial/by-id/tetra";

    private readonly CancellationTokenSource _stop = new();
    private readonly FakeSerialLines _lines = new();
    private readonly FakeSerialFarEnd _far;
    private readonly Task _answering;
    private int _settled;

    public TetraLine(TetraProfile? profile = null)
    {
        _far = _lines.Plug(Port);
        Terminal = new TetraTerminal(profile ?? new TetraProfile(), TimeProvider.System);
        _answering = AnswerAsync();
    }

    public TetraTerminal Terminal { get; }

    /// <summary>What is done with an answer instead of sending it; null sends it.</summary>
    public Func<string, string?>? Bend { get; set; }

    /// <summary>Everything the gateway wrote.</summary>
    public StringBuilder Heard { get; } = new();

    public bool IsOpen => _far.IsOpen;

    /// <summary>Texts that the terminal took, and answered: what it says later about one comes behind that.</summary>
    public int Settled => Volatile.Read(ref _settled);

    public TetraPeiDriver Driver(FakeHost host, TetraPeiOptions? options = null, string port = Port)
    {
        host.Serial = _lines;
        return new TetraPeiDriver(host.Context, (options ?? Options()) with { Line = new SerialSettings(port) });
    }

    /// <summary>Patient but for what a test makes it wait for.</summary>
    public static TetraPeiOptions Options() => new()
    {
        Line = new SerialSettings(Port), AnswerTimeout = TimeSpan.FromSeconds(30), SignalEvery = TimeSpan.FromHours(1), ReportWithin = TimeSpan.FromSeconds(30),
    };

    public void Say(string lines) => _far.Send(Encoding.Latin1.GetBytes($"\r\n{lines}\r\n"));

    public void Bytes(ReadOnlySpan<byte> bytes) => _far.Send(bytes);

    /// <summary>A simple text from 1234567.</summary>
    public static string Text(string text)
    {
        string data = "0201" + Convert.ToHexString(Encoding.Latin1.GetBytes(text));
        return $"+CTSDSR: 12,1234567,0,2345678,0,{data.Length * 4}\r\n{data}";
    }

    public void Unplug() => _lines.Unplug(Port);

    public int Count(string command)
    {
        lock (Heard)
        {
            return Heard.ToString().Split(command).Length - 1;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _answering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task AnswerAsync()
    {
        var buffer = new byte[4096];
        while (true)
        {
            int count = await _far.ReadAsync(buffer, _stop.Token);
            lock (Heard)
            {
                Heard.Append(Encoding.ASCII.GetString(buffer, 0, count));
            }

            foreach (string answer in Terminal.Take(buffer.AsSpan(0, count)))
            {
                if ((Bend is { } bend ? bend(answer) : answer) is { } said)
                {
                    _far.Send(Encoding.Latin1.GetBytes(said));
                }
            }

            Volatile.Write(ref _settled, Terminal.Sent.Count);
        }
    }
}
