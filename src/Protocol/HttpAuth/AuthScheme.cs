namespace EdgeGateway.Protocol.HttpAuth;

/// <summary>One scheme of a WWW-Authenticate or Authorization header with its parameters (RFC 9110 section 11.2).</summary>
/// <param name="Name">Scheme as sent; compare without regard to case.</param>
public sealed record AuthScheme(string Name)
{
    private readonly Dictionary<string, string> _parameters = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What follows the scheme without being a parameter, as in <c>Basic dXNlcjpwYXNz</c>.</summary>
    public string? Token { get; internal set; }

    /// <summary>Parameters without quotes and escapes; names without regard to case; of repeated ones the first.</summary>
    public IReadOnlyDictionary<string, string> Parameters => _parameters;

    /// <returns>The value, or null when the parameter is absent.</returns>
    public string? this[string parameter] => _parameters.GetValueOrDefault(parameter);

    public bool Is(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);

    internal void Add(string name, string value) => _parameters.TryAdd(name, value);

    internal void Append(string name, string more) => _parameters[name] = $"{_parameters.GetValueOrDefault(name)},{more}";
}
