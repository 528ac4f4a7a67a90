using System.CommandLine;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Sim.Verification;

namespace EdgeGateway.Sim.Verbs;

/// <summary><c>edgesim verify --ledger truth.jsonl --received received.jsonl</c></summary>
public static class VerifyVerb
{
    public static Command Create()
    {
        var ledger = new Option<string[]>("--ledger") { Required = true, Description = "Truth ledger of run or load; may be given more than once." };
        var received = new Option<string[]>("--received")
        {
            Required = true,
            Description = "What the platform got: of watch --out, or of mosquitto_sub with -F '%j', '%J', '%t %p' or '%t %x' (only %x carries pictures). May be given more than once.",
        };
        var acknowledged = new Option<bool>("--only-acknowledged") { Description = "Count only what was answered with 200, not what went into a stream." };
        var ordered = new Option<bool>("--ordered") { Description = "Fail when numbers do not follow the order in which each device told." };
        var noMedia = new Option<bool>("--no-media") { Description = "The received files hold no pictures; compare only the hashes that readings name." };
        var root = new Option<string>("--root") { DefaultValueFactory = _ => Topics.DefaultRoot, Description = "Topic root." };
        var verb = new Command("verify", "Hold what devices told against what the platform got.") { ledger, received, acknowledged, ordered, noMedia, root };
        verb.SetAction(parse => Run(
            parse.GetRequiredValue(ledger),
            parse.GetRequiredValue(received),
            parse.GetRequiredValue(root),
            new VerifyOptions(parse.GetValue(acknowledged), parse.GetValue(ordered), parse.GetValue(noMedia))));
        return verb;
    }

    private static int Run(string[] ledgers, string[] receiveds, string root, VerifyOptions options)
    {
        try
        {
            var file = new ReceivedFile(root);
            var index = new ReceivedIndex();
            foreach (ReceivedLine line in file.Read(receiveds.SelectMany(File.ReadLines)))
            {
                index.Add(line);
            }

            var truth = new TruthFile();
            VerifyReport report = new Verifier(options).Verify(truth.Read(ledgers.SelectMany(File.ReadLines)), index);
            report.Unreadable = file.Unreadable + truth.Unreadable;
            Console.WriteLine(report.Line);
            Explain(report);
            return report.Passes(options) ? Exit.Fine : Exit.Failure;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return Exit.BadArguments;
        }
    }

    private static void Explain(VerifyReport report)
    {
        Console.Error.WriteLine(FormattableString.Invariant(
            $"acknowledged {report.Acknowledged} streamed {report.Streamed} unpromised {report.Unpromised} invented {report.Invented} renumbered {report.Renumbered} disordered {report.Disordered} holes {report.Holes} unreadable {report.Unreadable}"));
        foreach (string note in report.Notes)
        {
            Console.Error.WriteLine(note);
        }
    }
}
