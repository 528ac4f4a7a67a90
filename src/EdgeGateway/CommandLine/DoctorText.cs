using System.Text;
using System.Text.Json;
using EdgeGateway.Doctor;

namespace EdgeGateway.CommandLine;

/// <summary>What the doctor found, as a person reads it, and as a program does.</summary>
internal static class DoctorText
{
    /// <returns>A line a result, a second one with what to do where something is wrong, and a sum.</returns>
    public static string Plain(IReadOnlyList<CheckResult> results, string language)
    {
        var text = new StringBuilder();
        foreach (var result in results)
        {
            text.Append(result.Ok ? "ok    " : "WRONG ").Append(result.Subject).Append(": ").Append(result.Said.In(language)).Append('\n');
            if (result.Next is { } next)
            {
                text.Append("  -> ").Append(next.In(language)).Append('\n');
            }
        }

        var sum = results.Count == 0 ? DoctorWords.NothingToCheck : DoctorWords.Sum(results.Count, results.Count(result => !result.Ok));
        return text.Append(sum.In(language)).Append('\n').ToString();
    }

    /// <returns>One line: <c>{"ok":true,"checks":[{"check":...,"subject":...,"ok":true,"code":"fine","said":...}]}</c>.</returns>
    public static string Json(IReadOnlyList<CheckResult> results, string language) => JsonLine.Write(json =>
    {
        json.WriteBoolean("ok"u8, results.All(result => result.Ok));
        json.WriteStartArray("checks"u8);
        foreach (var result in results)
        {
            Write(json, result, language);
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, CheckResult result, string language)
    {
        json.WriteStartObject();
        json.WriteString("check"u8, result.Check);
        json.WriteString("subject"u8, result.Subject);
        json.WriteBoolean("ok"u8, result.Ok);
        json.WriteString("code"u8, result.Code);
        json.WriteString("said"u8, result.Said.In(language));
        if (result.Next is { } next)
        {
            json.WriteString("next"u8, next.In(language));
        }

        json.WriteEndObject();
    }
}
