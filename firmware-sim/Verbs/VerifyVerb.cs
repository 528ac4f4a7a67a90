using System.CommandLine;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Sim.Verification;

namespace EdgeGateway.Sim.Verbs;

/// <summary><c>edgesim verify --ledger truth.jsonl --received received.jsonl [--manifest]</c></summary>
public static class VerifyVerb
{
    public static Command Create()
    {
        var ledger = new Option<string[]>("--ledger") { DefaultValueFactory = _ => [], Description = "Truth ledger of run or load; may be given more than once. With --manifest it may be left out." };
        var received = new Option<string[]>("--received")
        {
            Required = true,
            Description = "What the platform got: of watch --out, or of mosquitto_sub with -F '%j', '%J', '%t %p' or '%t %x' (only %x carries pictures). May be given more than once.",
        };
        var acknowledged = new Option<bool>("--only-acknowledged") { Description = "Count only what was answered with 200, not what went into a stream." };
        var ordered = new Option<bool>("--ordered") { Description = "Fail when numbers do not follow the order in which each device told." };
        var noMedia = new Option<bool>("--no-media") { Description = "The received files hold no pictures; compare only the hashes that readings name." };
        var manifest = new Option<bool>("--manifest") { Description = "Also hold what came against the gateways' own completeness statements." };
        var pace = new Option<double?>("--most-telemetry") { Description = "Fail when a vehicle's telemetry of one kind is faster than so many readings a second." };
        var within = new Option<double?>("--distress-within") { Description = "Fail when more than one of 100 distress alarms takes longer than so many milliseconds from its frame to the platform, or none came." };
        var seeds = new Option<string[]>("--no-seed") { DefaultValueFactory = _ => [], Description = "File of words, one a line, that must not be in what was received; beside the ledger as LEDGER.seeds. May be given more than once." };
        var root = new Option<string>("--root") { DefaultValueFactory = _ => Topics.DefaultRoot, Description = "Topic root." };
        var verb = new Command("verify", "Hold what devices told against what the platform got.") { ledger, received, acknowledged, ordered, noMedia, manifest, pace, within, seeds, root };
        verb.Validators.Add(parse =>
        {
            if (parse.GetValue(ledger) is not { Length: > 0 } && !parse.GetValue(manifest))
            {
                parse.AddError("Option '--ledger' is required without --manifest.");
            }
        });
        verb.SetAction(parse =>
        {
            string[] ledgers = parse.GetValue(ledger) ?? [];
            TimeSpan? distressWithin = parse.GetValue(within) is { } ms ? TimeSpan.FromMilliseconds(ms) : null;
            var options = new VerifyOptions(parse.GetValue(acknowledged), parse.GetValue(ordered), parse.GetValue(noMedia), ledgers.Length == 0, parse.GetValue(pace), distressWithin);
            string topicRoot = parse.GetRequiredValue(root);
            return Run(ledgers, parse.GetRequiredValue(received), topicRoot, parse.GetValue(manifest) ? new ManifestJudge(topicRoot) : null, parse.GetValue(seeds) ?? [], options);
        });
        return verb;
    }

    private static int Run(string[] ledgers, string[] receiveds, string root, ManifestJudge? judge, string[] seeds, VerifyOptions options)
    {
        try
        {
            var file = new ReceivedFile(root);
            var index = new ReceivedIndex();
            foreach (ReceivedLine line in file.Read(receiveds.SelectMany(File.ReadLines)))
            {
                index.Add(line);
                judge?.Add(line);
            }

            var truth = new TruthFile();
            VerifyReport report = new Verifier(options).Verify(truth.Read(ledgers.SelectMany(File.ReadLines)), index);
            report.Unreadable = file.Unreadable + truth.Unreadable;
            report.Manifests = judge?.Judge();
            Seek(seeds, receiveds, report);
            Console.WriteLine(report.Line);
            Explain(report, index.Gaps);
            return report.Passes(options) ? Exit.Fine : Exit.Failure;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return Exit.BadArguments;
        }
    }

    private static void Seek(string[] seeds, string[] receiveds, VerifyReport report)
    {
        if (seeds.Length == 0)
        {
            return;
        }

        var search = new SeedSearch(seeds.SelectMany(File.ReadLines));
        foreach (string line in receiveds.SelectMany(File.ReadLines))
        {
            foreach (string word in search.In(line))
            {
                report.Seeds++;
                report.Note($"personal {word} in {line[..Math.Min(line.Length, 300)]}");
            }
        }

        Console.Error.WriteLine(FormattableString.Invariant($"personal words found {report.Seeds} of {search.Count} looked for"));
    }

    private static void Explain(VerifyReport report, GapAllowance gaps)
    {
        Console.Error.WriteLine(FormattableString.Invariant(
            $"acknowledged {report.Acknowledged} streamed {report.Streamed} unpromised {report.Unpromised} invented {report.Invented} renumbered {report.Renumbered} disordered {report.Disordered} holes {report.Holes} unreadable {report.Unreadable}"));
        string[] manifests = report.Manifests is { } judged ? [.. judged.Problems, Reach(judged)] : [];
        if (report.Records > 0)
        {
            Console.Error.WriteLine(FormattableString.Invariant($"parcels {report.Parcels} records {report.Records} misjoined {report.Misjoined} apart {report.Apart}"));
        }

        if (report.Measured + report.Shown > 0)
        {
            Console.Error.WriteLine(FormattableString.Invariant($"measured {report.Measured} shown {report.Shown}"));
        }

        foreach (string text in (report.Flights?.Lines() ?? []).Concat(report.Kiosks?.Lines() ?? []).Concat(report.Cabinets is { } cabinets ? [cabinets.Line] : []))
        {
            Console.Error.WriteLine(text);
        }

        foreach (string text in report.Notes.Concat(gaps.Gaps.Select(gap => gap.ToString())).Concat(manifests))
        {
            Console.Error.WriteLine(text);
        }

        if (report.Excused > 0)
        {
            Console.Error.WriteLine(FormattableString.Invariant($"{report.Excused} that devices told are missing and declared as gone"));
        }
    }

    private static string Reach(ManifestReport judged) => judged.Manifests == 0
        ? "no manifest came: nothing is proven"
        : FormattableString.Invariant($"{judged.Unstated} readings came that no manifest speaks for yet");
}
