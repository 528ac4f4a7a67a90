using System.CommandLine;
using System.Text;
using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;

namespace EdgeGateway.CommandLine;

/// <summary>
/// <c>store export --config gateway.json [--out FILE] [--lane L] [--parked] [--pictures FOLDER] [--json]</c>: every
/// reading that waits, one JSON line each, from a live, dead or damaged store; 0 all of it could be read, 1 not all.
/// </summary>
internal static class StoreExportVerb
{
    private static readonly Lane[] s_lanes = [Lane.Alarm, Lane.Event, Lane.Telemetry];

    public static Command Command(VerbContext context)
    {
        var config = CommonOptions.Config(context);
        var json = CommonOptions.Json(context);
        var file = new Option<string>("--out") { Description = context.Say(StoreWords.OutOption), HelpName = "FILE" };
        var lane = new Option<string>("--lane") { Description = context.Say(StoreWords.LaneOption), HelpName = "alarm|event|telemetry" };
        lane.AcceptOnlyFromAmong([.. s_lanes.Select(LaneNames.Of)]);
        var parked = new Option<bool>("--parked") { Description = context.Say(StoreWords.ParkedOption) };
        var pictures = new Option<string>("--pictures") { Description = context.Say(StoreWords.PicturesOption), HelpName = "FOLDER" };
        var verb = new Command("export", context.Say(StoreWords.Export)) { config, file, lane, parked, pictures, json };
        verb.SetAction(parsed => StoreVerb.Run(context, parsed.GetRequiredValue(config), settings => Export(
            context,
            new StoreExport(settings.Store.Folder, LaneOf(parsed.GetValue(lane)), parsed.GetValue(parked)),
            parsed.GetValue(file),
            parsed.GetValue(pictures),
            parsed.GetValue(json))));
        return verb;
    }

    private static Lane? LaneOf(string? word) => word is null ? null : s_lanes.First(lane => LaneNames.Of(lane) == word);

    private static int Export(VerbContext context, StoreExport export, string? file, string? pictures, bool json)
    {
        if (file is null)
        {
            export.Readings(reading => context.Terminal.Out.WriteLine(Encoding.UTF8.GetString(reading.Payload.Span)));
        }
        else
        {
            using var to = new FileStream(file, FileMode.Create, FileAccess.Write);
            export.Readings(reading =>
            {
                to.Write(reading.Payload.Span);
                to.WriteByte((byte)'\n');
            });
            to.Flush(flushToDisk: true);
        }

        long copied = pictures is null ? 0 : export.Pictures(pictures);
        context.Terminal.Error.WriteLine(json ? Json(export, copied) : context.Say(StoreWords.Exported(export.Count, copied, export.Damaged)));
        return export.Damaged ? ExitCode.No : ExitCode.Fine;
    }

    private static string Json(StoreExport export, long pictures) => JsonLine.Write(json =>
    {
        json.WriteNumber("readings"u8, export.Count);
        json.WriteNumber("pictures"u8, pictures);
        json.WriteBoolean("damaged"u8, export.Damaged);
    });
}
