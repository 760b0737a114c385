namespace Hillock.Lab;

/// <summary>How a report looks: light or dark as its reader has it, on a phone, on a wide screen, and on paper.</summary>
internal static class ReportStyle
{
    public const string Css = """
        :root{color-scheme:light dark;--ink:#1f2328;--soft:#57606a;--paper:#fff;--line:#d0d7de;--good:#00805f;--bad:#c0410b;--tint:#f6f8fa}
        @media(prefers-color-scheme:dark){:root{--ink:#f0f6fc;--soft:#9da7b3;--paper:#0d1117;--line:#30363d;--good:#2fc9a0;--bad:#ff8c42;--tint:#161b22}}
        *{box-sizing:border-box}
        body{margin:0 auto;padding:1.2rem;max-width:64rem;font:16px/1.55 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
        h1{font-size:1.6rem;line-height:1.25;margin:.4rem 0}h2{font-size:1.2rem;margin:2.2rem 0 .6rem;border-bottom:1px solid var(--line);padding-bottom:.25rem}h3{font-size:1.02rem;margin:1.4rem 0 .3rem}
        p{margin:.5rem 0}.soft,figcaption,caption{color:var(--soft)}
        .conclusion{font-size:1.12rem;background:var(--tint);border-left:4px solid var(--good);padding:.8rem 1rem;border-radius:4px}
        .wide{overflow-x:auto}table{border-collapse:collapse;font-size:.92rem;margin:.6rem 0;min-width:40%}caption{text-align:left;padding:.2rem 0}
        th,td{padding:.3rem .7rem .3rem 0;text-align:left;border-bottom:1px solid var(--line);vertical-align:top}th{font-weight:600}.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        figure{margin:.8rem 0}svg{max-width:100%;height:auto}.row{display:flex;flex-wrap:wrap;gap:.8rem}.row figure{margin:0}
        details{margin:.5rem 0}summary{cursor:pointer;color:var(--soft)}details details{margin-left:1rem}
        .finding{border-left:4px solid var(--bad);padding:.1rem 0 .1rem .9rem;margin:.8rem 0}.finding.note{border-color:var(--line)}
        .bar{fill:var(--good)}.axis{stroke:var(--line)}.label{fill:var(--soft);font:12px system-ui,sans-serif}
        @media print{body{max-width:none;font-size:11pt}details:not([open])>*{display:block}details::details-content{content-visibility:visible}h2,figure{break-inside:avoid}}

        """;
}
