namespace EdgeGateway.Configuration;

/// <summary>Which pictures and files travel.</summary>
public enum MediaMode
{
    /// <summary>All of them, behind the facts; those that somebody asked for go first.</summary>
    All,

    /// <summary>Only facts go up by themselves; a file goes when the platform asks for it by <c>media.fetch</c>.</summary>
    OnDemand,
}
