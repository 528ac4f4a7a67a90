using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PdtRadio.TetraPei;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.PdtRadio.TetraPei;

/// <summary>One driver in conversation with one terminal.</summary>
internal sealed class TetraTalk : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TetraPeiDriver _driver;

    private TetraTalk(TetraPeiDriver driver, FakeHost host, FakeSink sink) => (_driver, Host, Sink) = (driver, host, sink);

    public FakeHost Host { get; }

    public FakeSink Sink { get; }

    public Task Running { get; private set; } = Task.CompletedTask;

    public static async Task<TetraTalk> StartAsync(TetraLine line, TetraPeiOptions? options = null, FakeMemory? memory = null, FakeSink? sink = null, TimeProvider? time = null)
    {
        var host = new FakeHost(null!, time) { Memory = memory ?? new FakeMemory() };
        var talk = new TetraTalk(line.Driver(host, options), host, sink ?? new FakeSink());
        await talk._driver.ConnectAsync(talk._stop.Token);
        talk.Running = talk._driver.RunAsync(talk.Sink, talk._stop.Token);
        return talk;
    }

    public IEnumerable<T> Of<T>()
        where T : ReadingBody => Sink.Entered.Select(reading => reading.Body).OfType<T>();

    public IEnumerable<string> Deliveries => Of<RadioDeliveryBody>().Select(body => $"{body.Level} {body.Result} {body.CodeName} {body.CommandId}");

    public Task<CommandOutcome> OrderAsync(string args, string id = "order-1")
    {
        using var document = JsonDocument.Parse(args);
        return _driver.ExecuteAsync(new DeviceCommand(id, "radio.send-text", document.RootElement.Clone(), DateTimeOffset.MaxValue), _stop.Token).AsTask();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _driver.DisposeAsync();
    }
}
