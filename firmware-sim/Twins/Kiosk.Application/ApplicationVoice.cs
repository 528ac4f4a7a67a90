using System.Globalization;
using System.Text.Json.Nodes;
using EdgeGateway.Sim.Kiosks;

namespace EdgeGateway.Sim.Twins.Kiosk.Application;

/// <summary>Words of a kiosk's own software: the messages that the driver's README lists.</summary>
internal static class ApplicationVoice
{
    public static JsonObject Transaction(KioskVisit visit)
    {
        var message = new JsonObject
        {
            ["type"] = "transaction",
            ["time"] = Text(visit.Ended),
            ["session"] = visit.Session,
            ["business"] = visit.Business,
            ["outcome"] = visit.Outcome,
            ["began"] = Text(visit.Began),
            ["durationMs"] = Milliseconds(visit.Duration),
            ["steps"] = new JsonArray([.. visit.Steps.Select(static step => (JsonNode)new JsonObject { ["step"] = step.Step, ["durationMs"] = Milliseconds(step.Duration), ["result"] = step.Result })]),
            ["media"] = new JsonObject { ["issued"] = visit.MediaIssued, ["retained"] = visit.MediaRetained },
        };
        if (visit.Reason is { } reason)
        {
            message["reason"] = reason;
        }

        if (visit.PaymentChannel is { } channel)
        {
            message["payment"] = new JsonObject { ["channel"] = channel, ["result"] = visit.PaymentResult, ["amountFen"] = visit.AmountFen };
        }

        return message;
    }

    public static JsonObject Counters(KioskStock stock, DateTimeOffset at) => new()
    {
        ["type"] = "counters",
        ["time"] = Text(at),
        ["counters"] = new JsonObject
        {
            ["sessions"] = stock.Sessions, ["prints"] = stock.Prints, ["cardsIssued"] = stock.CardsIssued, ["cardsRetained"] = stock.CardsRetained,
            ["cuts"] = stock.Prints, ["jams"] = stock.Jams, ["opens"] = stock.Opens, ["powerOns"] = stock.PowerOns,
        },
    };

    public static JsonObject Supplies(KioskStock stock, KioskDayProfile day, DateTimeOffset at) => new()
    {
        ["type"] = "supplies",
        ["time"] = Text(at),
        ["supplies"] = new JsonArray(
            Supply("Receipt", "upper", "receipt-paper", Paper(stock.Receipts, day.Receipts), stock.Receipts, day.Receipts),
            Supply("A4", "lower", "a4-paper", Paper(stock.Sheets, day.Sheets), stock.Sheets, day.Sheets),
            Supply("IdSlot", "stock", "card-stock", Paper(stock.Cards, day.Cards), stock.Cards, day.Cards),
            Supply("IdSlot", "bin", "retain-bin", KioskStock.Fills(stock.Bin, day.Bin), stock.Bin, day.Bin)),
    };

    /// <param name="alarms">All that is wrong with the kiosk as a whole.</param>
    /// <param name="at">When.</param>
    public static JsonObject State(IEnumerable<string> alarms, bool inCare, DateTimeOffset at) => new()
    {
        ["type"] = "state",
        ["time"] = Text(at),
        ["mode"] = inCare ? "maintenance" : "in-service",
        ["application"] = "4.2.1",
        ["alarms"] = new JsonArray([.. alarms.Select(static alarm => (JsonNode)new JsonObject { ["alarm"] = alarm, ["name"] = "cabinet" })]),
    };

    public static JsonObject Heartbeat(DateTimeOffset at) => new() { ["type"] = "heartbeat", ["time"] = Text(at), ["application"] = "4.2.1" };

    public static JsonObject Printer(string module, bool jammed, DateTimeOffset at)
    {
        var printer = new JsonObject { ["module"] = module, ["class"] = "Printer", ["status"] = jammed ? 2 : 0, ["parts"] = new JsonArray(new JsonObject { ["name"] = "media", ["state"] = jammed ? "jammed" : "notPresent" }) };
        printer["alarms"] = jammed ? new JsonArray(new JsonObject { ["alarm"] = "jam", ["code"] = "E2210" }) : new JsonArray();
        return new JsonObject { ["type"] = "modules", ["time"] = Text(at), ["modules"] = new JsonArray(printer) };
    }

    /// <summary>What a careless maker of software adds: nobody asked for any of it.</summary>
    /// <param name="message">To which it adds it.</param>
    /// <param name="holder">Whose data.</param>
    /// <param name="number">Which form labels the name.</param>
    public static void Betray(JsonObject message, InventedHolder holder, long number)
    {
        message[holder.Name] = true;
        message[holder.IdNumber] = holder.PrintedCard;
        message["name"] = holder.Name;
        message["citizenId"] = holder.IdNumber;
        message["form"] = new JsonObject { ["phone"] = holder.Mobile, ["photo"] = new JsonObject { ["imageData"] = holder.Picture }, ["\u59d3\u540d"] = holder.Name };
        message["detail"] = $"{holder.Labelled(number)} {holder.IdNumber} {holder.Mobile}";
        message["cards"] = new JsonArray(holder.BankCard, holder.PrintedCard, holder.CardUid);
        if (message["payment"] is JsonObject payment)
        {
            payment["cardNo"] = holder.BankCard;
        }

        if (message["steps"] is JsonArray { Count: > 0 } steps)
        {
            steps[0]!["read"] = $"{holder.CardUid} {holder.IdNumber}";
        }

        if (message["supplies"] is JsonArray supplies)
        {
            supplies.Add(new JsonObject { ["module"] = "A4", ["name"] = holder.IdNumber, ["supply"] = holder.Labelled(number), ["state"] = "ok" });
        }

        if (message["modules"] is JsonArray { Count: > 0 } modules)
        {
            modules[0]!["text"] = $"{holder.Labelled(number)} {holder.Mobile}";
            modules[0]!["parts"]!.AsArray().Add(new JsonObject { ["name"] = "holder", ["state"] = holder.IdNumber });
        }
    }

    private static JsonObject Supply(string module, string name, string supply, string state, int count, int capacity) =>
        new() { ["module"] = module, ["name"] = name, ["supply"] = supply, ["state"] = state, ["count"] = count, ["capacity"] = capacity };

    private static string Paper(int left, int whole) => KioskStock.Paper(left, whole) is var word && word == "full" ? "ok" : word;

    private static string Text(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    private static long Milliseconds(TimeSpan span) => (long)span.TotalMilliseconds;
}
