using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Kiosk.Application;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;

namespace EdgeGateway.Tests.Drivers.Kiosk.Application;

public sealed class KioskTransactionTests
{
    private const string Session = "5b0e1c0c-8f0e-4d6f-9a55-0d8f6a6c9c11";

    [Fact]
    public async Task Say_TheSameTwice_IsOneReading()
    {
        using var talk = new KioskTalk();
        await talk.SayAsync(Done(Session));
        await talk.SayAsync(Done(Session));

        Assert.Equal(Lane.Event, talk.Told.Single(reading => reading.Body is KioskTransactionBody).Lane);
        Assert.DoesNotContain("session-changed", talk.Faults);
    }

    [Fact]
    public async Task Say_TheSameSentLater_IsOneReading()
    {
        using var talk = new KioskTalk();
        await talk.SayAsync(Done(Session, more: ",\"time\":\"2026-11-22T11:32:00+08:00\""));
        await talk.SayAsync(Done(Session, more: ",\"time\":\"2026-11-22T11:33:00+08:00\""));

        Assert.Single(talk.Of<KioskTransactionBody>());
    }

    [Fact]
    public async Task Say_SameSessionOtherContent_IsToldAsChangedEvenAfterARestart()
    {
        using var talk = new KioskTalk();
        await talk.SayAsync(Done(Session));
        using var after = new KioskTalk(talk);
        await after.SayAsync(Done(Session, "failed"));
        await after.SayAsync(Done(Session));

        var changed = after.Of<KioskTransactionBody>().Single();
        Assert.Equal(("failed", Session), (changed.Outcome, changed.Session));
        Assert.Contains("SESSION_CHANGED", changed.Flags!);
        Assert.Contains("session-changed", after.Faults);
    }

    [Fact]
    public async Task Say_StoreRefusesInTheMiddle_RepeatGivesEachOnce()
    {
        using var talk = new KioskTalk();
        string body = string.Join('\n', Enumerable.Range(0, 9).Select(i => Done($"{Session[..^1]}{i}")));
        talk.Room = 4;
        await Assert.ThrowsAsync<StoreRefusedException>(() => talk.SayAsync(body));
        talk.Room = null;
        var receipt = await talk.SayAsync(body);

        Assert.Equal(9, receipt.Accepted);
        Assert.Equal(9, talk.Of<KioskTransactionBody>().Count);
        Assert.DoesNotContain("session-changed", talk.Faults);
    }

    [Fact]
    public async Task Say_MemoryRefuses_IsNotPromised()
    {
        using var talk = new KioskTalk();
        talk.Host.Memory.Refuses = true;

        await Assert.ThrowsAsync<StoreRefusedException>(() => talk.SayAsync(Done(Session)));
    }

    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("6222021234567890123")]
    [InlineData("13800138000")]
    [InlineData("王小明")]
    [InlineData("ZhangSanFeng-0001")]
    [InlineData("uid-04A2B3C4D5E680-17")]
    public async Task Say_SessionIsAPersonsNumber_TravelsAsAHashThatHolds(string session)
    {
        using var talk = new KioskTalk();
        await talk.SayAsync(Done(session));
        using var after = new KioskTalk(talk);
        await after.SayAsync(Done(session));

        var body = talk.Of<KioskTransactionBody>().Single();
        Assert.Matches("^h-[0-9a-f]{32}$", body.Session);
        Assert.Contains("SESSION_HASHED", body.Flags!);
        Assert.Empty(after.Of<KioskTransactionBody>());
        Assert.DoesNotContain(session, talk.Everything(), StringComparison.Ordinal);

        using var elsewhere = new KioskTalk();
        await elsewhere.SayAsync(Done(session));
        Assert.NotEqual(body.Session, elsewhere.Of<KioskTransactionBody>().Single().Session);
    }

    [Fact]
    public async Task Say_ManySessions_ForgetsTheOldestAndKeepsItsBounds()
    {
        using var talk = new KioskTalk();
        string[] sessions = [.. Enumerable.Range(0, 512 + 50).Select(i => $"5b0e1c0c-8f0e-4d6f-9a55-0d8f6a{i:x6}")];
        foreach (string[] some in sessions.Chunk(100))
        {
            await talk.SayAsync($"[{string.Join(',', some.Select(session => Done(session)))}]");
        }

        using var after = new KioskTalk(talk);
        await after.SayAsync(Done(sessions[0], "failed"));
        await after.SayAsync(Done(sessions[^1], "failed"));
        Assert.Equal([false, true], after.Of<KioskTransactionBody>().Select(body => body.Flags?.Contains("SESSION_CHANGED") == true));
    }

    [Fact]
    public async Task Say_PartlyBad_SaysWhichAndKeepsTheOthers()
    {
        using var talk = new KioskTalk();
        var receipt = await talk.SayAsync($$"""[{{Done(Session)}},{"type":"transaction","session":"x"},{{Done(Session.Replace('5', '6'), more: ",\"payment\":{\"amountFen\":1.5}")}},7]""");

        Assert.Equal(2, receipt.Accepted);
        Assert.Equal(2, talk.Of<KioskTransactionBody>().Count);
        Assert.Equal("""{"accepted":2,"refused":[{"index":1,"fault":"business-missing"},{"index":3,"fault":"not-an-object"}],"doubted":[{"index":2,"fault":"payment-amount-unreadable"}]}""", receipt.ToAnswer().Body);
        Assert.Equal((200, "application/json"), (receipt.ToAnswer().Status, receipt.ToAnswer().ContentType));
        Assert.Contains("PAYMENT_AMOUNT_UNREADABLE", talk.Of<KioskTransactionBody>()[1].Flags!);
        Assert.Equal(400, (await talk.SayAsync("[7]")).ToAnswer().Status);
    }

    [Fact]
    public async Task Say_ManyBad_ListsTheFirst()
    {
        using var talk = new KioskTalk();
        var receipt = await talk.SayAsync($"[{string.Join(',', Enumerable.Repeat("7", 40))}]");

        Assert.Equal((0, 32, 8), (receipt.Accepted, receipt.Refused.Count, receipt.RefusedMore));
    }

    [Fact]
    public async Task Say_UnlistedMember_IsCountedByTheTypeOfItsMessage()
    {
        using var talk = new KioskTalk();
        await talk.SayAsync(Done(Session, more: ",\"citizenId\":\"11010519491231002X\""));

        Assert.Contains((FaultKind.Unsupported, "sensitive-dropped-transaction"), talk.Host.Faults);
    }

    private static string Done(string session, string outcome = "done", string more = "") => $$"""{"type":"transaction","session":"{{session}}","outcome":"{{outcome}}"{{more}},"business":"hkm.endorse"}""";
}
