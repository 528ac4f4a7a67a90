using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Sim.Twins.PdtRadio.TetraPei;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PdtRadio.TetraPei;

public sealed class TetraTextTests
{
    private const string Order = "{\"to\": \"1234567\", \"kind\": \"individual\", \"text\": \"come back\"}";

    [Theory]
    [InlineData(0x00, CommandState.Done, "received", "application delivered received order-1")]
    [InlineData(0x02, CommandState.Done, "consumed", "application delivered consumed order-1")]
    [InlineData(0x4A, CommandState.Failed, "delivery-failed", "application failed delivery-failed order-1")]
    [InlineData(0x4B, CommandState.Failed, "not-registered", "application unreachable not-registered order-1")]
    [InlineData(0x77, CommandState.Failed, "delivery-77", "application failed  order-1")]
    public async Task Send_Reported_EndsAsTheReportSays(int status, CommandState state, string reason, string delivery)
    {
        await using var line = new TetraLine();
        var memory = new FakeMemory();
        await using var talk = await TetraTalk.StartAsync(line, memory: memory);

        var ordering = talk.OrderAsync(Order);
        var sent = await SentAsync(line, 1);
        Assert.Contains("order-1", memory.Recall("open-texts"), StringComparison.Ordinal);
        line.Say($"+CMGS: {sent.Instance},4,{sent.Reference}");
        Report(line, sent, status);

        Assert.Equal(new CommandOutcome(state, reason), await ordering.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(["transport delivered sent order-1", delivery], talk.Deliveries);
        Assert.Equal(("1234567", "8206", "01636F6D65206261636B"), (sent.To, Convert.ToHexString(sent.Data[..2]), Convert.ToHexString(sent.Data[3..])));
        Assert.Equal(string.Empty, memory.Recall("open-texts"));
    }

    [Fact]
    public async Task Send_TemporaryReport_WaitsForTheLastOne()
    {
        await using var line = new TetraLine();
        await using var talk = await TetraTalk.StartAsync(line);

        var ordering = talk.OrderAsync(Order);
        var sent = await SentAsync(line, 1);
        Report(line, sent, 0x21);
        await Eventually.TrueAsync(() => talk.Deliveries.Any(), "stored on its way");
        Assert.False(ordering.IsCompleted);
        Report(line, sent, 0x00);

        Assert.Equal(CommandState.Done, (await ordering.WaitAsync(TimeSpan.FromSeconds(20))).State);
        Assert.Equal(["application unknown stored order-1", "application delivered received order-1"], talk.Deliveries);
    }

    [Fact]
    public async Task Send_NoReportInTime_IsUnknownAndALateOneStillNamesTheOrder()
    {
        await using var line = new TetraLine();
        await using var talk = await TetraTalk.StartAsync(line, TetraLine.Options() with { ReportWithin = TimeSpan.FromMilliseconds(20) });

        Assert.Equal(CommandOutcome.Unknown("no-report"), await talk.OrderAsync(Order).WaitAsync(TimeSpan.FromSeconds(20)));
        Report(line, await SentAsync(line, 1), 0x00);

        await Eventually.TrueAsync(() => talk.Deliveries.Any(), "the late report");
        Assert.Equal(["application delivered received order-1"], talk.Deliveries);
    }

    [Fact]
    public async Task Send_GatewayRestarts_TheLateReportStillNamesTheOrder()
    {
        await using var line = new TetraLine();
        var memory = new FakeMemory();
        await using (var before = await TetraTalk.StartAsync(line, TetraLine.Options() with { ReportWithin = TimeSpan.FromMilliseconds(20) }, memory))
        {
            await before.OrderAsync(Order).WaitAsync(TimeSpan.FromSeconds(20));
        }

        await Eventually.TrueAsync(() => !line.IsOpen, "the line is free");
        await using var after = await TetraTalk.StartAsync(line, memory: memory);

        // The same terminal with country and network in front.
        var sent = await SentAsync(line, 1);
        line.Say($"+CTSDSR: 12,09011638301234567,1,2345678,0,32\r\n821000{sent.Reference:X2}");

        await Eventually.TrueAsync(() => after.Deliveries.Any(), "the late report");
        Assert.Equal("order-1", Assert.Single(after.Of<RadioDeliveryBody>()).CommandId);
        await Eventually.TrueAsync(() => memory.Recall("open-texts")!.Length == 0, "nothing is open any more");
    }

    [Fact]
    public async Task Report_OfNobodysText_NamesNoOrder()
    {
        await using var line = new TetraLine();
        await using var talk = await TetraTalk.StartAsync(line);
        line.Say("+CTSDSR: 12,7654321,0,2345678,0,32\r\n821000C9");
        await Eventually.TrueAsync(() => talk.Deliveries.Any(), "the report");

        var body = Assert.Single(talk.Of<RadioDeliveryBody>());
        Assert.Equal((null, "000000c9", 7654321L), (body.CommandId, body.RequestId, body.RadioId));
    }

    [Fact]
    public async Task Send_ToAGroup_IsDoneWhenItWentOverTheAir()
    {
        await using var line = new TetraLine();
        await using var talk = await TetraTalk.StartAsync(line);

        var ordering = talk.OrderAsync("{\"to\": 1000, \"kind\": \"group\", \"text\": \"你好\"}");
        var sent = await SentAsync(line, 1);
        line.Say($"+CMGS: {sent.Instance},4");

        Assert.Equal(CommandOutcome.Done("sent"), await ordering.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(("1000", "8202", "1A4F60597D"), (sent.To, Convert.ToHexString(sent.Data[..2]), Convert.ToHexString(sent.Data[3..])));
        Assert.Equal(RadioIdentity.Group, talk.Of<RadioDeliveryBody>().Single().Target!.Kind);
    }

    [Fact]
    public async Task Send_NotOverTheAir_IsFailed()
    {
        await using var line = new TetraLine();
        await using var talk = await TetraTalk.StartAsync(line);

        var ordering = talk.OrderAsync(Order);
        var sent = await SentAsync(line, 1);
        line.Say($"+CMGS: {sent.Instance},5,{sent.Reference}");

        Assert.Equal(CommandOutcome.Failed("not-sent"), await ordering.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task Send_TerminalRefuses_IsFailedWithItsName()
    {
        await using var line = new TetraLine();
        var memory = new FakeMemory();
        await using var talk = await TetraTalk.StartAsync(line, memory: memory);
        line.Bend = answer => answer.Contains("+CMGS", StringComparison.Ordinal) ? "\r\n+CME ERROR: 30\r\n" : answer;

        Assert.Equal(CommandOutcome.Failed("out-of-service"), await talk.OrderAsync(Order).WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(string.Empty, memory.Recall("open-texts"));
    }

    [Fact]
    public async Task Send_AnswerSaysAtOnceThatItIsSent_IsTakenAsOurs()
    {
        await using var line = new TetraLine();
        await using var talk = await TetraTalk.StartAsync(line);
        line.Bend = answer => answer.Replace(",0,", ",4,", StringComparison.Ordinal);

        var ordering = talk.OrderAsync(Order);
        Report(line, await SentAsync(line, 1), 0x00);

        Assert.Equal(CommandState.Done, (await ordering.WaitAsync(TimeSpan.FromSeconds(20))).State);
    }

    [Fact]
    public async Task Send_DiskRefuses_IsNeverSent()
    {
        await using var line = new TetraLine();
        await using var talk = await TetraTalk.StartAsync(line, memory: new FakeMemory { Refuses = true });

        Assert.Equal(CommandOutcome.Failed("not-stored"), await talk.OrderAsync(Order).WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(0, line.Count("AT+CMGS=1"));
    }

    [Theory]
    [InlineData("{}", "bad-arguments")]
    [InlineData("{\"to\": \"1234567\", \"text\": \"x\"}", "bad-arguments")]
    [InlineData("{\"to\": \"1234567\", \"kind\": \"all\", \"text\": \"x\"}", "bad-arguments")]
    [InlineData("{\"to\": \"12-34\", \"kind\": \"individual\", \"text\": \"x\"}", "bad-arguments")]
    [InlineData("{\"to\": -1, \"kind\": \"individual\", \"text\": \"x\"}", "bad-arguments")]
    [InlineData("{\"to\": 1, \"kind\": \"individual\", \"text\": \"\"}", "bad-arguments")]
    [InlineData("{\"to\": 1, \"kind\": \"individual\", \"text\": \"a\\u001Ab\"}", "bad-arguments")]
    [InlineData("{\"to\": 1, \"kind\": \"individual\", \"text\": \"x\", \"hurry\": true}", "bad-arguments")]
    [InlineData("[]", "bad-arguments")]
    public async Task Send_BadArguments_AreRefused(string args, string reason)
    {
        await using var line = new TetraLine();
        await using var talk = await TetraTalk.StartAsync(line);

        Assert.Equal(CommandOutcome.Failed(reason), await talk.OrderAsync(args).WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task Send_LongerThanTheTerminalTakes_IsRefused()
    {
        await using var line = new TetraLine();
        line.Bend = answer => answer.Replace("1-2016", "1-256", StringComparison.Ordinal);
        await using var talk = await TetraTalk.StartAsync(line);
        string fits = $"{{\"to\": 1, \"kind\": \"individual\", \"text\": \"{new string('x', 28)}\"}}";

        Assert.Equal(CommandOutcome.Failed("too-long"), await talk.OrderAsync(fits.Replace("xx", "xxx", StringComparison.Ordinal)).WaitAsync(TimeSpan.FromSeconds(20)));
        _ = talk.OrderAsync(fits);
        await SentAsync(line, 1);
    }

    [Fact]
    public async Task Memory_Damaged_DoesNotStopTheDriver()
    {
        var memory = new FakeMemory();
        await memory.RememberAsync("open-texts", "[{\"command\":null},null,{\"reference\":700}", default);
        await memory.RememberAsync("emergencies", "nonsense\n1 2 3", default);
        await using var line = new TetraLine();
        await using var talk = await TetraTalk.StartAsync(line, memory: memory);
        line.Say(TetraLine.Text("on"));

        await Eventually.TrueAsync(() => talk.Sink.Stored == 1, "the text");
    }

    private static async Task<TetraSending> SentAsync(TetraLine line, int count)
    {
        await Eventually.TrueAsync(() => line.Settled >= count, "the terminal has the text and has said so");
        return line.Terminal.Sent[count - 1];
    }

    private static void Report(TetraLine line, TetraSending sent, int status) => line.Say($"+CTSDSR: 12,{sent.To},0,2345678,0,32\r\n8210{status:X2}{sent.Reference:X2}");
}
