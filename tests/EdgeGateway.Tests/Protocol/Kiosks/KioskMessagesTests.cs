using System.Text;
using EdgeGateway.Protocol.Kiosks;

namespace EdgeGateway.Tests.Protocol.Kiosks;

public sealed class KioskMessagesTests
{
    private const string Beat = """{"type":"heartbeat","uptimeSeconds":7}""";

    private static readonly TimeSpan s_zone = TimeSpan.FromHours(8);

    [Theory]
    [InlineData(Beat, "heartbeat")]
    [InlineData("[" + Beat + ", " + Beat + "]", "heartbeat heartbeat")]
    [InlineData(Beat + "\n\r\n" + Beat + "\n", "heartbeat heartbeat")]
    [InlineData("{\n  \"type\":\n  \"heartbeat\"\n}\n", "heartbeat")]
    [InlineData("", "no-message")]
    [InlineData("  \n\0", "no-message")]
    [InlineData("[]", "no-message")]
    [InlineData("true", "not-an-object")]
    [InlineData("[1," + Beat + ",null]", "not-an-object heartbeat not-an-object")]
    [InlineData("[" + Beat + ",]", "heartbeat not-json")]
    [InlineData("[" + Beat + "]x", "heartbeat not-json")]
    [InlineData("[" + Beat + ",{\"type\":\"he", "heartbeat truncated")]
    [InlineData("{\"type\":\"heartbeat\"", "truncated")]
    [InlineData(Beat + "\n{\"type\":\"hea", "heartbeat truncated")]
    [InlineData(Beat + "\n{\"type\":}\n" + Beat, "heartbeat not-json heartbeat")]
    [InlineData("oops\nagain\n" + Beat + "\n}\n" + Beat, "not-json heartbeat not-json heartbeat")]
    [InlineData("{}", "type-missing")]
    [InlineData("{\"type\":7}", "type-unknown")]
    [InlineData("{\"type\":\"Heartbeat\"}", "type-unknown")]
    [InlineData("{\"type\":\"transaction\"}", "session-missing")]
    [InlineData("{\"type\":\"transaction\",\"session\":\"s\"}", "business-missing")]
    [InlineData("{\"type\":\"transaction\",\"session\":\"s\",\"business\":\"b\"}", "outcome-missing")]
    [InlineData("{\"type\":\"counters\",\"counters\":{\"cards\":1}}", "counters-missing")]
    [InlineData("{\"type\":\"modules\",\"modules\":{}}", "modules-missing")]
    [InlineData("{\"type\":\"supplies\"}", "supplies-missing")]
    public void Read_Body_GivesEachMessageOrItsFault(string body, string expected) =>
        Assert.Equal(expected, string.Join(' ', Read(body).Select(item => item.Message?.Type ?? item.Fault)));

    [Fact]
    public void Read_Transaction_CopiesWhatTheReferenceNames()
    {
        var said = Assert.IsType<KioskTransaction>(Read("""
            {"type":"transaction","time":"2026-11-22T11:32:00.250+08:00","session":"5b0e1c0c-8f0e-4d6f-9a55-0d8f6a6c9c11","business":"hkm.endorse","outcome":"done",
             "reason":"user-cancel","began":"2026-11-22 11:29:00","durationMs":180250,"steps":[{"step":"identify","durationMs":5200,"result":"ok"},{"step":"dance","result":"well"}],
             "payment":{"channel":"wechat","result":"paid","amountFen":1500},"media":{"issued":1,"retained":0}}
            """).Single().Message);

        Assert.Equal(("hkm.endorse", "done", "user-cancel", 180_250), (said.Business, said.Outcome, said.Reason, said.DurationMs));
        Assert.Equal([new KioskTransactionStep("identify", 5200, "ok"), new KioskTransactionStep("other", null, "other")], said.Steps!);
        Assert.Equal(("wechat", "paid", 1500, 1, 0), (said.PaymentChannel, said.PaymentResult, said.AmountFen, said.MediaIssued, said.MediaRetained));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 3, 32, 0, 250, TimeSpan.Zero), said.Time!.Value.Time.ToUniversalTime());
        Assert.Equal((false, true), (said.Time.Value.ZoneAssumed, said.Began!.Value.ZoneAssumed));
        Assert.Empty(said.Doubts);
        Assert.False(said.HasUnlisted);
    }

    [Theory]
    [InlineData("\"payment\":{\"amountFen\":15.5}", "payment-amount-unreadable")]
    [InlineData("\"payment\":{\"amountFen\":1500.0}", "payment-amount-unreadable")]
    [InlineData("\"payment\":{\"amountFen\":1.5e3}", "payment-amount-unreadable")]
    [InlineData("\"payment\":{\"amountFen\":\"1500\"}", "payment-amount-unreadable")]
    [InlineData("\"payment\":{\"amountFen\":-1}", "payment-amount-unreadable")]
    [InlineData("\"payment\":{\"amountFen\":99999999999999999999}", "payment-amount-unreadable")]
    [InlineData("\"payment\":[]", "payment-unreadable")]
    [InlineData("\"reason\":\"王小明\"", "reason-unreadable")]
    [InlineData("\"reason\":\"\\ud800\"", "reason-unreadable")]
    [InlineData("\"durationMs\":null", "")]
    [InlineData("\"steps\":[{\"result\":\"ok\"},7]", "step-unreadable")]
    [InlineData("\"media\":{\"issued\":100001}", "media-issued-unreadable")]
    [InlineData("\"time\":\"yesterday\"", "time-unreadable")]
    [InlineData("\"time\":\"20261122113200\"", "time-unreadable")]
    public void Read_BadMember_IsLeftOutAndNamed(string member, string doubts)
    {
        var said = Assert.IsType<KioskTransaction>(Read("{\"type\":\"transaction\",\"session\":\"s\",\"business\":\"b\",\"outcome\":\"done\"," + member + "}").Single().Message);

        Assert.Equal(doubts, string.Join(' ', said.Doubts));
        Assert.Equal((null, null, null), (said.AmountFen, said.Reason, said.MediaIssued));
    }

    [Theory]
    [InlineData("""{"type":"heartbeat","\ud800":1}""")]
    [InlineData("""{"typ\ud800":"heartbeat"}""")]
    [InlineData("""{"type":"transaction","session":"s","business":"b","outcome":"done","payment":{"\ud800":1}}""")]
    [InlineData("""{"type":"transaction","session":"s","business":"b","outcome":"done","steps":[{"step":"pay","\ud800":1}]}""")]
    public void Read_NameThatIsNoText_IsNoMessageAndTheNextOneIsRead(string body) =>
        Assert.Equal("not-json heartbeat", string.Join(' ', Read($"[{body},{Beat}]").Select(item => item.Message?.Type ?? item.Fault)));

    [Theory]
    [InlineData("", false)]
    [InlineData("""{"alarm":"tamper"}""", false)]
    [InlineData("""{"alarm":"Door-Open"}""", true)]
    [InlineData("""{"alarm":"door-open","name":"前门"}""", true)]
    [InlineData("""{"name":"front"}""", true)]
    [InlineData("7", true)]
    public void Read_AlarmsWithAnythingUnreadable_AreCut(string more, bool isCut)
    {
        string alarms = string.Join(',', new[] { """{"alarm":"jam"}""", more }.Where(one => one.Length > 0));
        var state = Assert.IsType<KioskStatus>(Read($$"""{"type":"state","alarms":[{{alarms}}]}""").Single().Message);
        var modules = Assert.IsType<KioskModules>(Read($$"""{"type":"modules","whole":true,"modules":[{"module":"A","status":0,"alarms":[7]},{"module":"B","status":0,"alarms":[{{alarms}}]}]}""").Single().Message);

        Assert.Equal(isCut, state.AlarmsAreCut);
        Assert.Equal([true, isCut], modules.Modules.Select(module => module.AlarmsAreCut));
        Assert.True(modules.IsWhole);
    }

    [Fact]
    public void Read_UnlistedMembers_AreNotedAtEveryDepth()
    {
        Assert.True(Read("""{"type":"heartbeat","name":"x"}""").Single().Message!.HasUnlisted);
        Assert.True(Read("""{"type":"modules","modules":[{"module":"Slot","status":0,"parts":[{"name":"media","state":"ok","photo":"x"}]}]}""").Single().Message!.HasUnlisted);
        Assert.False(Read("""{"type":"modules","modules":[{"module":"Slot","status":0,"parts":[{"name":"media","state":"ok"}]}]}""").Single().Message!.HasUnlisted);
    }

    [Fact]
    public void Read_OutcomeThatIsNoCode_IsOther()
    {
        var said = Assert.IsType<KioskTransaction>(Read("""{"type":"transaction","session":"s","business":"b","outcome":"张三 办理"}""").Single().Message);

        Assert.Equal("other", said.Outcome);
        Assert.Equal(["outcome-unreadable"], said.Doubts);
    }

    [Fact]
    public void Read_Charsets_AsTheOtherRooms()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string body = """{"type":"transaction","session":"s","business":"护照领取","outcome":"done"}""";
        byte[][] forms = [Encoding.UTF8.GetBytes(body), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(body)], [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(body)], Encoding.GetEncoding("GB18030").GetBytes(body)];

        Assert.All(forms, form => Assert.Equal("护照领取", ((KioskTransaction)KioskMessages.Read(form, null, s_zone).Single().Message!).Business));
    }

    [Fact]
    public void Read_Limits_AreKept()
    {
        Assert.Equal(KioskFaults.TooLong, KioskMessages.Read(new byte[KioskMessages.MostBytes + 1], null, s_zone).Single().Fault);
        Assert.Equal(KioskFaults.TooLong, Read($$"""{"type":"heartbeat","x":"{{new string('x', KioskMessages.MostMessageBytes)}}"}""").Single().Fault);
        foreach (string body in new[] { $"[{string.Join(',', Enumerable.Repeat(Beat, 1100))}]", string.Join('\n', Enumerable.Repeat(Beat, 1100)) })
        {
            var items = Read(body);
            Assert.Equal(1001, items.Count);
            Assert.Equal(KioskFaults.TooMany, items[^1].Fault);
            Assert.All(items.SkipLast(1), item => Assert.NotNull(item.Message));
        }

        Assert.Equal(KioskFaults.NotJson, Read($$"""{"type":"heartbeat","x":{{new string('[', 40)}}{{new string(']', 40)}}}""").Single().Fault);
        Assert.Equal(64, ((KioskModules)Read($$"""{"type":"modules","modules":[{{string.Join(',', Enumerable.Range(0, 90).Select(Module))}}]}""").Single().Message!).Modules.Count);
    }

    [Theory]
    [InlineData("7", false)]
    [InlineData("""{"module":"Door","status":"2"}""", false)]
    [InlineData("""{"module":"Door","status":"two"}""", false)]
    [InlineData("""{"module":"门","status":0}""", false)]
    [InlineData("""{"module":"Door","status":0,"code":"no code"}""", true)]
    public void Read_ModulesWithOneLeftOut_AreNotWhole(string module, bool isWhole) =>
        Assert.Equal(isWhole, ((KioskModules)Read($$"""{"type":"modules","whole":true,"modules":[{"module":"Slot","status":0},{{module}}]}""").Single().Message!).IsWhole);

    private static string Module(int number) => $$"""{"module":"m{{number}}","status":0}""";

    private static IReadOnlyList<KioskItem> Read(string body) => KioskMessages.Read(Encoding.UTF8.GetBytes(body), null, s_zone);
}
