using System.Text;
using System.Text.Json;
using EdgeGateway.Drivers.Kiosk.Xfs4Iot;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.PdtRadio;
using EdgeGateway.Tests.Support;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Tests.Drivers.Kiosk.Xfs4Iot;

/// <summary>What tells of a person is put into everything that a kiosk can say, and looked for in everything that the driver makes (kiosk.md section 3.5).</summary>
public sealed class Xfs4IotPrivacyTests
{
    private static readonly string[] s_seeds = ["王小明", "Zhang Weiming", "11010519491231002X", "6222021234567890123", "13800138000", "/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJ", "姓名：王小明 证件 11010519491231002X"];

    private static readonly string[] s_traces = ["王小明", "小明", "Zhang", "Weiming", "110105", "19491231", "62220212", "67890123", "138001", "0138000", "9j/4AAQ", "SkZJRg"];

    [Fact]
    public async Task Run_SeedsInEverythingAKioskSays_NothingOfThemIsKept()
    {
        await using var kiosk = new HandKiosk();
        kiosk.Storage["IdSlot"] = """{"storage":{}}""";
        var log = new KeptLog();
        var host = new FakeHost(new NoInbox(), new FakeTimeProvider());
        var sink = new FakeSink();
        using var stop = new CancellationTokenSource();
        await using var driver = new Xfs4IotDriver(host.Context with { Log = log }, new Xfs4IotOptions { Host = "127.0.0.1", Port = kiosk.Port });
        await driver.ConnectAsync(stop.Token);
        var running = driver.RunAsync(sink, stop.Token);
        await kiosk.SettledAsync("IdSlot");

        foreach (string seed in s_seeds)
        {
            foreach (string text in Messages(JsonEncodedText.Encode(seed).ToString()).Concat(Messages(seed)))
            {
                await kiosk.SayAsync("IdSlot", text);
            }
        }

        await kiosk.DeltaAsync("IdSlot", """{"cardReader":{"media":"latched"}}""");
        await Eventually.TrueAsync(() => sink.Entered.Any(reading => Json(reading.Body).Contains("latched", StringComparison.Ordinal)), "all of it is read");
        await stop.CancelAsync();
        await Record.ExceptionAsync(() => running);

        string[] memory = [.. Enumerable.Range(0, 8).Select(i => $"modules-{i}"), "kiosk", "telling", "alarms", "alarms-1", "alarms-2", "alarms-3", "supplies", "supplies-1", "supplies-2", "supplies-3"];
        string everything = string.Join('\n', sink.Entered.Select(reading => Json(reading.Body) + reading.RepeatKey))
            + log + string.Join('\n', host.Faults.Select(fault => fault.Reason).Distinct()) + string.Join('\n', memory.Select(host.Memory.Recall));
        Assert.Contains("sensitive-dropped-CardReader", everything, StringComparison.Ordinal);
        Assert.Contains("IdSlot", log.ToString(), StringComparison.Ordinal);
        Assert.True(sink.Entered.Count > 3, $"{sink.Entered.Count} readings");
        Assert.All(s_traces, trace => Assert.DoesNotContain(trace, everything, StringComparison.Ordinal));
    }

    private static string Json(object body) => System.Text.RegularExpressions.Regex.Unescape(JsonSerializer.Serialize(body, body.GetType(), BodyJson.Default));

    private static IEnumerable<string> Messages(string seed) =>
    [
        Message("Common.ErrorEvent", "event", $"\"eventId\":\"{seed}\",\"action\":\"{seed}\",\"vendorDescription\":\"E1207 {seed}\""),
        Message("Common.ErrorEvent", "event", $"\"eventId\":\"hardware\",\"action\":\"maintenance\",\"vendorDescription\":\"{seed}\""),
        Message("Common.StatusChangedEvent", "event", $"\"cardReader\":{{\"media\":\"{seed}\",\"{seed}\":\"present\"}},\"{seed}\":{{\"media\":\"present\"}},\"printer\":{{\"paper\":{{\"{seed}\":\"low\",\"upper\":\"{seed}\"}}}}"),
        Message("Storage.StorageChangedEvent", "event", $"\"{seed}\":{{\"positionName\":\"{seed}\",\"status\":\"{seed}\",\"serialNumber\":\"{seed}\",\"card\":{{\"status\":{{\"count\":4,\"replenishmentStatus\":\"{seed}\"}}}}}}"),
        Message("CardReader.ReadRawData", "completion", $"\"track2\":{{\"data\":\"{seed}\"}}", 1),
        Message("Common.Status", "completion", $"\"common\":{{\"device\":\"{seed}\"}}", 77),
        Message(seed, "event", $"\"a\":\"{seed}\""),
        Message("Common.StatusChangedEvent", seed, $"\"cardReader\":{{\"media\":\"{seed}\"}}"),
        $"{{\"{seed}\"", seed,
    ];

    private static string Message(string name, string type, string payload, int? id = null) =>
        $"{{\"header\":{{\"name\":\"{name}\",\"type\":\"{type}\"{(id is null ? string.Empty : $",\"requestId\":{id}")},\"version\":\"2.0\",\"completionCode\":\"success\",\"errorDescription\":\"{name}\"}},\"payload\":{{{payload}}}}}";

    private sealed class KeptLog : ILogger
    {
        private readonly StringBuilder _text = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_text)
            {
                _text.AppendLine(formatter(state, exception)).Append(exception);
            }
        }

        public override string ToString()
        {
            lock (_text)
            {
                return _text.ToString();
            }
        }
    }
}
