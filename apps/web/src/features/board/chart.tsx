/** A chart drawn by ECharts on a canvas: the library is read with the first chart, and nothing needs inline styles. */

import Spin from 'antd/es/spin';
import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';

interface ChartProps {
  readonly option: EChartsCoreOption;
  readonly label: string;
  readonly height: number;
}

export function Chart({ option, label, height }: ChartProps) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState(false);
  const latest = useRef(option);
  latest.current = option;
  useEffect(() => {
    let gone = false;
    let leave: () => void = () => undefined;
    void import('./chart-library').then(({ init }) => {
      if (gone || !place.current) return;
      const chart = init(place.current, null, { renderer: 'canvas' });
      chart.setOption({ animation: false, ...latest.current });
      const resize = () => chart.resize();
      window.addEventListener('resize', resize);
      leave = () => {
        window.removeEventListener('resize', resize);
        chart.dispose();
      };
      setDrawn(true);
    });
    return () => {
      gone = true;
      leave();
    };
  }, []);
  return (
    <>
      {!drawn && (
        <span role="status">
          <Spin size="small" /> {t('office.loading')}
        </span>
      )}
      <div ref={place} role="img" aria-label={label} style={{ width: '100%', height }} />
    </>
  );
}
