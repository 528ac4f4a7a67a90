using EdgeGateway.Sim.Kiosks;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Tests.FirmwareSim.Twins.Kiosk.Xfs4Iot;
using System.Text.Json;

namespace EdgeGateway.Tests.FirmwareSim.Kiosks;

/// <summary>A kiosk's day: whoever plays it sees the same.</summary>
public sealed class KioskDayTests
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly KioskDayProfile s_full = new() { Rate = 1, Receipts = 12, Cards = 9, Bin = 4, Jam = 0.1, TamperEvery = 7, PowerCutEvery = 20 };

    private static KioskHappening[] Play(string device, string machine, ulong seed = 5) => [.. new KioskDay(new KioskPlan(device, machine, s_full, seed, s_start, DateTimeOffset.MaxValue, 200)).Play()];

    [Fact]
    public void Play_SameMachineAndSeed_IsTheSameDayAndAnotherMachinesIsNot()
    {
        string[] one = Sessions(Play("kiosk-01", "m"));

        Assert.Equal(one, Sessions(Play("kiosk-01-app", "m")));
        Assert.Empty(one.Intersect(Sessions(Play("kiosk-01", "n"))));
        Assert.Empty(one.Intersect(Sessions(Play("kiosk-01", "m", seed: 6))));
    }

    [Fact]
    public void Play_WholeDay_HasEverythingInItsOrder()
    {
        KioskHappening[] day = Play("kiosk-01", "m");
        KioskVisit[] visits = [.. Visits(day)];

        Assert.Equal(day.Select(one => one.At).Order(), day.Select(one => one.At));
        Assert.Equal(200, visits.Length);
        Assert.Equal(200, visits.Select(visit => visit.Session).Distinct().Count());
        Assert.Superset(new HashSet<string> { "done", "abandoned", "refused", "failed" }, visits.Select(visit => visit.Outcome).ToHashSet());
        Assert.Superset(new HashSet<string?> { "jam", "paper-out", "power-loss", "timeout", "pay-failed" }, visits.Select(visit => visit.Reason).ToHashSet());
        Assert.Equal(10, visits.Count(visit => visit.Reason == KioskVisit.PowerLoss));
        foreach (KioskOccasion occasion in Enum.GetValues<KioskOccasion>())
        {
            Assert.Contains(day, one => one.Occasion == occasion);
        }
    }

    [Fact]
    public void Play_WholeDay_LosesNothingOutOfItsStock()
    {
        KioskHappening[] day = Play("kiosk-01", "m");

        Assert.All(day, one => Assert.True(one.Stock is { Receipts: >= 0, Sheets: >= 0, Cards: >= 0 } && one.Stock.Bin <= s_full.Bin, $"{one}"));
        Assert.Equal(200, day[^1].Stock.Sessions);
        Assert.Equal(Visits(day).Count(visit => visit.Printed), day[^1].Stock.Prints);
        Assert.Equal(Visits(day).Sum(visit => (long)visit.MediaRetained), day[^1].Stock.CardsRetained);
        Assert.All(day.Zip(day.Skip(1)), pair => Assert.True(pair.Second.Stock.Prints >= pair.First.Stock.Prints));
    }

    [Fact]
    public void Visit_CutByThePower_EndsInTheStepThatWasGoingOn()
    {
        KioskVisit visit = Visits(Play("kiosk-01", "m")).First(one => one.Reason == KioskVisit.PowerLoss);

        Assert.Equal(("failed", "failed"), (visit.Outcome, visit.Steps[^1].Result));
        Assert.All(visit.Steps.SkipLast(1), step => Assert.Equal(KioskVisitStep.Ok, step.Result));
        Assert.Equal(0, visit.CardsIssued);
    }

    [Fact]
    public void Holder_Invented_HasFormsThatAreRightAndPeopleWhoAreNot()
    {
        InventedHolder holder = InventedHolder.Of(5, "m", 1);

        Assert.Equal(holder, InventedHolder.Of(5, "m", 1));
        Assert.Matches("^99[0-9]{15}[0-9X]$", holder.IdNumber);
        Assert.Equal(1, Remainder(holder.IdNumber));
        Assert.Equal((3, 19, 11), (holder.Name.Length, holder.BankCard.Length, holder.Mobile.Length));
        Assert.StartsWith("/9j/4AAQ", holder.Picture, StringComparison.Ordinal);
        Assert.All(holder.Seeds, seed => Assert.True(seed.Length is 2 or 3 or >= 8));
        Assert.Equal(["", ":", " "], Enumerable.Range(0, 6).Select(number => InventedHolder.Of(5, "m", number).CardUid).Select(uid => uid.Contains(':', StringComparison.Ordinal) ? ":" : uid.Contains(' ', StringComparison.Ordinal) ? " " : "").Distinct());
        Assert.All(Enumerable.Range(0, 60), form => Assert.Matches(".[\uff1a: =]" + holder.Name + "$", holder.Labelled(form)));
        Assert.Contains(holder.PrintedCard[5..14], holder.Seeds);
        Assert.Equal(holder.Seeds.Count, holder.Seeds.Distinct().Count());
    }

    [Fact]
    public void HolderBook_NewPerson_IsNotedBeforeAnybodyHearsOfIt()
    {
        var seeds = new SeedList();
        var book = new HolderBook(5, "m", seeds);

        InventedHolder holder = book.Of(3);
        book.Of(9);

        Assert.Equal(holder.Seeds, seeds.Words);
    }

    [Fact]
    public void Read_DayWithMistakes_NamesEachOfThem()
    {
        var mistakes = new List<Mistake>();
        using var json = JsonDocument.Parse("""{"rate":0,"cards":2,"bin":0,"tamperFor":"long","unknown":1}""");

        KioskDayProfile day = KioskDayReader.Read(new JsonSection(json.RootElement, "day", mistakes));

        Assert.Equal(2, day.Cards);
        Assert.Equal(["day.rate", "day.bin", "day.tamperFor", "day.unknown"], mistakes.Select(mistake => mistake.Path));
    }

    /// <summary>ISO 7064, MOD 11-2.</summary>
    private static int Remainder(string id)
    {
        int sum = 0;
        foreach (char letter in id)
        {
            sum = ((sum * 2) + (letter == 'X' ? 10 : letter - '0')) % 11;
        }

        return sum;
    }

    private static IEnumerable<KioskVisit> Visits(IEnumerable<KioskHappening> day) => day.Where(one => one.Occasion is KioskOccasion.VisitEnds or KioskOccasion.PowerBack).Select(one => one.Visit).OfType<KioskVisit>();

    private static string[] Sessions(IEnumerable<KioskHappening> day) => [.. Visits(day).Select(visit => visit.Session)];
}
