using System.CommandLine;
using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Store;

namespace EdgeGateway.CommandLine;

/// <summary><c>store verify --config gateway.json [--json]</c>: every checksum, index and picture; 0 fine, 1 damaged.</summary>
internal static class StoreVerifyVerb
{
    public static Command Command(VerbContext context)
    {
        var config = CommonOptions.Config(context);
        var json = CommonOptions.Json(context);
        var verb = new Command("verify", context.Say(StoreWords.Verify)) { config, json };
        verb.SetAction(parsed => StoreVerb.Run(
            context, parsed.GetRequiredValue(config), settings => Verify(context, settings, parsed.GetValue(json))));
        return verb;
    }

    private static int Verify(VerbContext context, GatewaySettings settings, bool json)
    {
        StoreVerdict verdict = StoreVerifier.Verify(settings.Store.Folder);
        context.Terminal.Out.WriteLine(json ? Json(verdict) : $"{context.Say(Plain(verdict))}\n{context.Say(Chain(verdict))}");
        return verdict.Sound && verdict.BrokenLink is null ? ExitCode.Fine : ExitCode.No;
    }

    private static Words Plain(StoreVerdict verdict) => verdict.Sound
        ? new(
            FormattableString.Invariant($"Fine. Looked at {verdict.Rows} readings, {verdict.Files} pictures, the indexes, the totals and the mark of the last commit."),
            FormattableString.Invariant($"没有损坏。已检查 {verdict.Rows} 条记录、{verdict.Files} 张图片、索引、合计以及最后一次提交的标记。"))
        : new(
            FormattableString.Invariant($"Damaged: {string.Join("; ", verdict.Findings)}\nLooked at {verdict.Rows} readings and {verdict.Files} pictures. The next start of the gateway sets the store aside and carries over what can be read."),
            FormattableString.Invariant($"已损坏：{string.Join("; ", verdict.Findings)}\n已检查 {verdict.Rows} 条记录、{verdict.Files} 张图片。网关下次启动时会将损坏的存储移开，并保留所有可读内容。"));

    private static Words Chain(StoreVerdict verdict) => verdict.BrokenLink is { } broken
        ? new(
            $"The evidence chain is broken at {broken}. Everything before it is as it was written. Keep a copy of the store's folder before anything else is done with it.",
            $"证据链在此处断开：{broken}。此前的内容均未改动。请先备份存储文件夹，再进行其他操作。")
        : new(
            FormattableString.Invariant($"Evidence chain: {verdict.Links} links, unbroken."),
            FormattableString.Invariant($"证据链：{verdict.Links} 个环节，完整无断开。"));

    private static string Json(StoreVerdict verdict) => JsonLine.Write(json =>
    {
        json.WriteBoolean("sound"u8, verdict.Sound);
        json.WriteNumber("readings"u8, verdict.Rows);
        json.WriteNumber("pictures"u8, verdict.Files);
        json.WriteNumber("parcels"u8, verdict.Parcels);
        json.WriteNumber("links"u8, verdict.Links);
        if (verdict.BrokenLink is { } broken)
        {
            json.WriteString("brokenLink"u8, broken);
        }

        json.WriteStartArray("findings"u8);
        foreach (string finding in verdict.Findings)
        {
            json.WriteStringValue(finding);
        }

        json.WriteEndArray();
    });
}
