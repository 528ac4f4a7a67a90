using System.Text;
using System.Text.Json;
using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.CommandLine;

/// <summary>Findings as a person reads them, and as a program does.</summary>
internal static class FindingsText
{
    /// <returns>Two lines a finding: path and problem, then what would be right.</returns>
    public static string Plain(IReadOnlyList<Finding> findings, string language)
    {
        var text = new StringBuilder();
        foreach (var finding in findings)
        {
            string path = finding.Path.Length == 0 ? "gateway.json" : finding.Path;
            text.Append(path).Append(": ").Append(finding.Problem.In(language)).Append('\n');
            text.Append("  -> ").Append(finding.Right.In(language)).Append('\n');
        }

        return text.ToString();
    }

    /// <returns>One line: <c>{"ok":false,"findings":[{"path":...,"code":...,"problem":...,"right":...}]}</c>.</returns>
    public static string Json(IReadOnlyList<Finding> findings, string language) => JsonLine.Write(json =>
    {
        json.WriteBoolean("ok"u8, findings.Count == 0);
        json.WriteStartArray("findings"u8);
        foreach (var finding in findings)
        {
            WriteFinding(json, finding, language);
        }

        json.WriteEndArray();
    });

    private static void WriteFinding(Utf8JsonWriter json, Finding finding, string language)
    {
        json.WriteStartObject();
        json.WriteString("path"u8, finding.Path);
        json.WriteString("code"u8, finding.Code);
        json.WriteString("problem"u8, finding.Problem.In(language));
        json.WriteString("right"u8, finding.Right.In(language));
        json.WriteEndObject();
    }
}
