using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Sim.Commands;
using EdgeGateway.Sim.Platform;
using EdgeGateway.Sim.Verbs;

namespace EdgeGateway.Tests.FirmwareSim.Commands;

/// <summary>The platform's side of orders, against an endpoint where a gateway answers as told.</summary>
public sealed class OrderTests : IAsyncLifetime
{
    private readonly PlatformEndpoint _endpoint = new();
    private readonly Topics _topics = new("edge/v1", "site-1", "gw-1");
    private readonly ConcurrentQueue<ReceivedPublish> _orders = new();
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public Task InitializeAsync() => _endpoint.StartAsync();

    public async Task DisposeAsync()
    {
        await _endpoint.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("done", "5", 0)]
    [InlineData("done", "4", 0)]
    [InlineData("refused", "5", 1)]
    [InlineData(null, "5", 1)]
    public async Task Command_Answered_ExitsByTheEnd(string? end, string version, int exit)
    {
        AnswerWith(["accepted", .. end is null ? Array.Empty<string>() : [end]]);
        Assert.Equal(0, await SimCommandLine.RunAsync(["keygen", "--out", _folder]));

        Assert.Equal(exit, await RunAsync("--mqtt", version, "--key", Path.Combine(_folder, "private.pem"), "--args", "{\"rate\":5}", "--wait", end is null ? "300ms" : "20s"));

        var order = _orders.Single();
        Assert.Equal(version == "5", order.Properties.CorrelationData is not null);
        Assert.True(CommandEnvelopeReader.TryRead(order.Payload, out var envelope, out _));
        using var key = ECDsa.Create();
        key.ImportFromPem(await File.ReadAllTextAsync(Path.Combine(_folder, "public.pem")));
        Assert.True(CommandSignature.IsGood(key, envelope.Payload.Span, envelope.Signature!));
        Assert.True(CommandReader.TryRead(envelope.Payload, out var command));
        Assert.Equal(("uplink.pace", "gateway", 5), (command.Name, command.Device, command.Args.GetProperty("rate").GetInt32()));
        Assert.Equal(TimeSpan.FromMinutes(1), command.NotAfter - command.IssuedAt);
    }

    [Fact]
    public async Task Command_AnswersToOthers_AreNotItsEnd()
    {
        AnswerWith([], "somebody-elses");

        Assert.Equal(1, await RunAsync("--wait", "300ms"));
    }

    [Fact]
    public async Task Command_WithoutWait_OnlySends()
    {
        AnswerWith([]);

        Assert.Equal(0, await RunAsync("--wait", "0s", "--device", "pdt-1"));
        Assert.Equal(_topics.Command("pdt-1"), _orders.Single().Topic);
    }

    [Fact]
    public async Task Command_NobodyAtTheBroker_Fails()
    {
        await _endpoint.StopAsync();

        Assert.Equal(1, await RunAsync());
    }

    [Fact]
    public async Task Keygen_SecondTime_OverwritesNothingAndThePrivateKeyIsForItsOwnerAlone()
    {
        Assert.Equal(0, await SimCommandLine.RunAsync(["keygen", "--out", _folder]));
        string before = await File.ReadAllTextAsync(Path.Combine(_folder, "private.pem"));

        Assert.Equal(1, await SimCommandLine.RunAsync(["keygen", "--out", _folder]));
        Assert.Equal(before, await File.ReadAllTextAsync(Path.Combine(_folder, "private.pem")));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(_folder, "private.pem")) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    private Task<int> RunAsync(params string[] more) => SimCommandLine.RunAsync(
        ["command", "--broker", $"mqtt://127.0.0.1:{_endpoint.Port}", "--site", "site-1", "--gateway", "gw-1", "--name", "uplink.pace", .. more]);

    private void AnswerWith(IReadOnlyList<string> states, string? otherId = null) => _endpoint.OnPublish = publish =>
    {
        if (!publish.Topic.Contains("/down/command/", StringComparison.Ordinal))
        {
            return;
        }

        _orders.Enqueue(publish);
        string id = JsonDocument.Parse(JsonDocument.Parse(publish.Payload).RootElement.GetProperty("payload").GetString()!).RootElement.GetProperty("id").GetString()!;
        foreach (string state in otherId is null ? states : ["done"])
        {
            _endpoint.Publish(_topics.Reply, Encoding.UTF8.GetBytes($$"""{"commandId":"{{otherId ?? id}}","state":"{{state}}"}"""));
        }

        _endpoint.Publish(_topics.Reply, "not json"u8.ToArray());
    };
}
