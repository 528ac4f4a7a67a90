using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using EdgeGateway.Sim.Mqtt;
using EdgeGateway.Sim.Platform;
using EdgeGateway.Sim.Verification;
using EdgeGateway.Sim.Watch;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.FirmwareSim.Watch;

/// <summary>watch as a platform, over a real link.</summary>
public sealed class WatchRunTests : IAsyncLifetime
{
    private const string Prefix = "edge/v1/3f/site/gw";
    private const string PresenceTopic = "edge/v1/platform/watch";
    private readonly PlatformEndpoint _broker = new();
    private readonly ConcurrentQueue<(string Topic, string Text)> _said = new();
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    public Task InitializeAsync()
    {
        _broker.OnPublish = publish => _said.Enqueue((publish.Topic, Encoding.UTF8.GetString(publish.Payload.Span)));
        return _broker.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.WaitAsync(TimeSpan.FromSeconds(60)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _broker.DisposeAsync();
        File.Delete(_file);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    public async Task Run_PackedBatch_IsWrittenLineByLineAndConfirmed(int version)
    {
        Start(version);
        await PresenceAsync(online: true);
        State(2);
        _broker.Publish(Prefix + "/up/batch", Pack($"[{Reading(3)},{Reading(4)},{Reading(6)}]"));
        await SaidAsync("""{"epoch":"e","upTo":6,"missing":[[5,5]]}""");
        Assert.Equal([3L, 4L, 6L], Lines().Select(line => line.Seq!.Value));

        _broker.Publish(Prefix + "/up/event/cam-01/plate.read", Encoding.UTF8.GetBytes(Reading(5)));
        await SaidAsync("""{"epoch":"e","upTo":6,"missing":[]}""");
        Assert.Equal([3L, 4L, 6L, 5L], Lines().Select(line => line.Seq!.Value));
    }

    [Fact]
    public async Task Run_FileOfAnEarlierRun_CountsAsReceived()
    {
        await File.WriteAllLinesAsync(_file, [.. Enumerable.Range(1, 5).Select(seq => $"{Prefix}/up/event/cam-01/plate.read {Reading(seq)}"), "{\"type\":\"reading\",\"topic\":\"" + Prefix]);
        File.WriteAllText(_file, File.ReadAllText(_file).TrimEnd());
        Start(5);
        await PresenceAsync(online: true);
        State(0);
        _broker.Publish(Prefix + "/up/event/cam-01/plate.read", Encoding.UTF8.GetBytes(Reading(7)));
        await SaidAsync("""{"epoch":"e","upTo":7,"missing":[[6,6]]}""");
        Assert.Equal(7, Lines().Last().Seq);
    }

    [Fact]
    public async Task Run_Ended_SaysThatItIsGone()
    {
        Start(5);
        await PresenceAsync(online: true);
        await _stop.CancelAsync();
        await _running;
        Assert.False(Presences().Last());
    }

    [Fact]
    public async Task Run_LinkCut_WillSaysItIsGoneAndItComesBack()
    {
        bool[] heard = [];
        var observer = new SimMqttClient(
            new SimMqttOptions { Host = "127.0.0.1", Port = _broker.Port, ClientId = "observer" },
            message =>
            {
                heard = [.. heard, JsonDocument.Parse(message.Payload).RootElement.GetProperty("online").GetBoolean()];
                return ValueTask.CompletedTask;
            });
        await using (observer)
        {
            await observer.ConnectAsync(default);
            await observer.SubscribeAsync([PresenceTopic], 1, default);
            Start(5);
            await PresenceAsync(online: true);
            _broker.Faults.Cut("edgesim-watch");
            await Eventually.TrueAsync(() => heard is [true, false, .., true], "here, gone, here again");
        }
    }

    [Fact]
    public async Task Run_LateWillOfAnEarlierStart_IsContradicted()
    {
        Start(5);
        await PresenceAsync(online: true);
        int before = Presences().Count();
        _broker.Publish(PresenceTopic, """{"online":false,"receipts":true,"time":"2026-11-22T03:32:00Z","instance":"other"}"""u8.ToArray(), retain: true);
        await Eventually.TrueAsync(() => Presences().Count() > before && Presences().Last(), "still here");
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "watch")]
    public async Task Run_NotAsked_OrNothingKept_ConfirmsNothing(bool keeps, string? name)
    {
        Start(5, keeps, name);
        State(0);
        await Eventually.TrueAsync(() => _broker.Publish(Prefix + "/up/event/cam-01/plate.read", Encoding.UTF8.GetBytes(Reading(1))) > 0, "subscribed");
        await _stop.CancelAsync();
        await _running;
        Assert.Empty(_said);
    }

    [Fact]
    public async Task Run_FileCannotBeWritten_EndsInsteadOfGoingOn()
    {
        var run = new WatchRun(Options(5), new WatchOptions("edge/v1", true, false), "/dev/full", TextWriter.Null, TextWriter.Null);
        Task running = run.RunAsync(_stop.Token);
        await Eventually.TrueAsync(() => running.IsCompleted || _broker.Publish(Prefix + "/up/event/cam-01/plate.read", Encoding.UTF8.GetBytes(Reading(1))) > 0, "subscribed");
        await Assert.ThrowsAnyAsync<IOException>(() => running.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    private SimMqttOptions Options(int version) => new() { Host = "127.0.0.1", Port = _broker.Port, ClientId = "edgesim-watch", Version = version };

    private void Start(int version, bool keeps = true, string? name = "watch") =>
        _running = new WatchRun(Options(version), new WatchOptions("edge/v1", true, false, name), keeps ? _file : null, TextWriter.Null, TextWriter.Null).RunAsync(_stop.Token);

    private void State(long confirmed) =>
        _broker.Publish(Prefix + "/state", Encoding.UTF8.GetBytes($$"""{"online":true,"word":"ready","connection":1,"epoch":"e","seqConfirmed":{{confirmed}}}"""), retain: true);

    private Task PresenceAsync(bool online) => Eventually.TrueAsync(() => Presences().Contains(online), "presence");

    private IEnumerable<bool> Presences() =>
        _said.Where(said => said.Topic == PresenceTopic).Select(said => JsonDocument.Parse(said.Text).RootElement.GetProperty("online").GetBoolean());

    private Task SaidAsync(string receipt) => Eventually.TrueAsync(() => _said.Contains((Prefix + "/down/receipt", receipt)), receipt);

    private List<ReceivedLine> Lines() => [.. new ReceivedFile("edge/v1").Read(File.ReadLines(_file))];

    private static string Reading(long seq) =>
        $$"""{"id":"gw:e:{{seq}}","subject":"cam-01","type":"edge.plate.read.v1","time":"2026-11-22T03:32:00.120Z","epoch":"e","seq":{{seq}},"data":{"source":{"nativeId":"u-{{seq}}"} } }""";

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
